// What cannot be read is said in words, in both languages, and what was loaded stays.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72]);
const columns = Array.from({ length: 5000 }, (_, i) => `k${i}`).join(";");

const REFUSED = [
  ["empty file", "", /Het bestand is leeg/, /The file is empty/],
  ["header only", "Klant;Omzet\n", /Er is een kopregel, maar/, /There is a header but/],
  ["picture", PNG, /Dit is een afbeelding/, /This is a picture/],
  ["PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n", /Dit is een PDF/, /This is a PDF/],
  [
    "no amounts",
    "Klant;Plaats\nAlfa;Delft\nBeta;Breda\nGamma;Assen\n",
    /Geen kolom bevat bedragen/,
    /No column holds amounts/,
  ],
  [
    "no names",
    "Bedrag;Btw\n10,00;2,10\n20,00;4,20\n",
    /Geen kolom bevat klantnamen/,
    /No column holds customer names/,
  ],
  ["5,000 columns", `${columns}\n${columns}\n`, /5000 kolommen/, /5000 columns/],
];

for (const [title, content, nl, en] of REFUSED) {
  test(`${title}: refused in words, and what was loaded stays`, async (t) => {
    const app = await openApp(t);
    await app.paste("Klant;Omzet\nAlfa;1000,00\nBeta;2000,00\nGamma;3000,00\n");
    await app.classified(3);
    await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
    await app.drop({ name: "fout.csv", content });
    const alert = app.page.getByRole("alert");
    await alert.getByText(nl).waitFor();
    assert.match(await alert.innerText(), /fout\.csv.*Wat je al had geladen is niet veranderd/s);
    await app.page.getByRole("button", { name: "NL, Nederlands. Switch to English" }).click();
    await app.page.getByRole("alert").getByText(en).waitFor();
    await app.classified(3);
  });
}

test("a field of 10 MB costs its own row and no other", async (t) => {
  const app = await openApp(t);
  const long = "x".repeat(10_000_000);
  await app.drop({
    name: "lang.csv",
    content: `Klant;Omzet\nAlfa;1000,00\n${long};5,00\nBeta;2000,00\nGamma;3000,00\n`,
  });
  await app.classified(3);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.page.getByText("Geweigerd: 1, bekijk").click();
  await app.page
    .getByText("veld is te lang")
    .or(app.page.getByText("naam is te lang"))
    .first()
    .waitFor();
});

test("an unclosed quote is said with its line", async (t) => {
  const app = await openApp(t);
  await app.drop({
    name: "open.csv",
    content: `Klant;Omzet\nAlfa;1000,00\n"Beta;2000,00\nGamma;3000,00\nDelta;4000,00\n`,
  });
  const said = app.page.getByRole("alert").getByText(/regel 3/i);
  const counted = app.page.locator("main[data-classified]");
  await said.or(counted).first().waitFor();
  if (await counted.count()) {
    // Read on, with the broken row refused by its line.
    await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
    await app.page.getByText(/Geweigerd: \d+, bekijk/).click();
    await app.page.getByText("aanhalingsteken klopt niet").first().waitFor();
  }
});
