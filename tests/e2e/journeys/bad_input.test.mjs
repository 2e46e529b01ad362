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
  await app.page.getByText("veld is te lang").first().waitFor();
});

test("a row with an unclosed quote is refused, and the rest is read", async (t) => {
  const app = await openApp(t);
  await app.drop({
    name: "open.csv",
    content: `Klant;Omzet\nAlfa;1000,00\n"Beta;2000,00\nGamma;3000,00\nDelta;4000,00\n`,
  });
  // Read on, with the broken row refused by its line.
  await app.page.locator("main[data-classified]").waitFor();
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.page.getByText(/Geweigerd: \d+, bekijk/).click();
  await app.page.getByText("aanhalingsteken klopt niet").first().waitFor();
});

test("lines from an e-mail are read, and what cannot be read stays in the box", async (t) => {
  const app = await openApp(t);
  const { page } = app;
  const box = page.getByRole("dialog").getByRole("textbox");
  const paste = async (text) => {
    await page.getByRole("button", { name: "Plak een lijst" }).first().click();
    if (text) await box.fill(text);
    await page.getByRole("dialog").getByRole("button", { name: /^Lees/ }).click();
  };
  await paste("Hoi Piet, hierbij de lijst waar je om vroeg, tot vrijdag bij de koffie");
  await page.getByText("Zet op elke regel een naam en een bedrag").waitFor();
  await page.getByRole("button", { name: "Plak een lijst" }).first().click();
  assert.match(await box.inputValue(), /^Hoi Piet/);
  await page.keyboard.press("Escape");
  await paste("Jansen Bouw - € 12.500\nVan Loon: € 8.300,50\nKok 1 900\nSmit  -300");
  await app.classified(4);
  await page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await page.getByText("22.400,50").first().waitFor();
  await page.getByRole("button", { name: "Plak een lijst" }).first().click();
  assert.equal(await box.inputValue(), "");
});

test("what is owed gives no classes until somebody says that it is revenue", async (t) => {
  const app = await openApp(t);
  const { page } = app;
  await app.drop({ name: "saldo.csv", content: "Klant;Openstaand\nAlfa;100,00\nBeta;50,00\n" });
  await page.getByRole("heading", { name: /^Nog niemand is ingedeeld/ }).waitFor();
  await page.getByText("1 vraag", { exact: true }).click();
  await page.getByText("Omzet zonder btw").click();
  await page.getByRole("button", { name: "Zo is het" }).click();
  await page.locator("h1").getByText("€ 150").waitFor();
});
