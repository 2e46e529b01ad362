importScripts("/node_modules/udsv/dist/uDSV.iife.min.js", "/tests/bench/tally.js");

onmessage = async ({ data: { file, key, amount } }) => {
  const sums = new Map();
  let parser;
  for await (const chunk of file.stream().pipeThrough(new TextDecoderStream())) {
    parser ??= uDSV.initParser(uDSV.inferSchema(chunk));
    parser.chunk(chunk, parser.stringArrs, (row) => addRow(sums, row[key], row[amount]));
  }
  parser.end();
  postMessage(classCounts(sums));
};

postMessage("ready");
