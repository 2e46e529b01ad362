// Files as they arrive: small, made up, byte for byte.

/** Text as Windows-1252, as Excel writes "CSV" in the Netherlands. */
export function windows1252(text) {
  return Uint8Array.from(text, (char) => (char === "€" ? 0x80 : char.charCodeAt(0)));
}

/** A Dutch Excel export: title row, semicolons, decimal commas, a total, Windows-1252. */
export const DUTCH_EXCEL = {
  name: "omzetlijst.csv",
  content: windows1252(
    [
      "Omzet per klant 2025;;",
      "",
      "Klantnr;Klant;Omzet excl. btw",
      "1001;Café Zeezicht;12.345,67",
      "1002;Bakkerij Jansen B.V.;8.000,00",
      "1003;Schildersbedrijf Núñez;€ 1.250,50",
      "1004;Van Dijk & Zn;430,00-",
      "1005;;99,00",
      "1006;Garage Smit;n.v.t.",
      "1007;Drukkerij Oost;25.000,00",
      "1008;Tuinen Vermeer;3.100,00",
      "Totaal;;49.265,17",
    ].join("\r\n"),
  ),
};

/** Rows copied from a spreadsheet: tabs, no file name. */
export const PASTED = [
  "Klant\tOmzet\tUren",
  "Alfa\t10.000,00\t40",
  "Beta\t2.500,00\t80",
  "Gamma\t25.000,00\t120",
  "Delta\t900,00\t4",
].join("\n");
