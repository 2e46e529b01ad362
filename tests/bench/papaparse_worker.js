importScripts("/node_modules/papaparse/papaparse.min.js", "/tests/bench/tally.js");

onmessage = ({ data: { file, key, amount } }) => {
  const sums = new Map();
  let isFirst = true;
  Papa.parse(file, {
    delimiter: ";",
    skipEmptyLines: true,
    chunk: ({ data }) => {
      for (const row of data.slice(isFirst ? 1 : 0)) addRow(sums, row[key], row[amount]);
      isFirst = false;
    },
    complete: () => postMessage(classCounts(sums)),
  });
};

postMessage("ready");
