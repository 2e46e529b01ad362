// How data comes in, as a newcomer does it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";
import { DUTCH_EXCEL, PASTED } from "../lib/files.mjs";

test("a Dutch Excel export gives classes, and every row is accounted for", async (t) => {
  const app = await openApp(t);
  await app.drop(DUTCH_EXCEL);
  await app.classified(6);
  assert.match(app.page.url(), /#customers$/);
  await app.page.getByText("Schildersbedrijf Núñez").first().waitFor();

  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  const card = app.page.locator(".file");
  await card.getByText("Windows-1252, puntkomma").waitFor();
  await card.getByText("Geweigerd: 2, bekijk").click();
  await card.getByText("geen naam").waitFor();
  await card.getByText("geen leesbaar bedrag").waitFor();
  await card.getByText("klopt op de cent").waitFor();
  assert.match(await card.innerText(), /Verschil\s+0,00/);
});

test("the refused rows can be taken away as a list", async (t) => {
  const app = await openApp(t);
  await app.drop(DUTCH_EXCEL);
  await app.classified(6);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.page.getByText("Geweigerd: 2, bekijk").click();
  const { text } = await app.download(() =>
    app.page.getByRole("button", { name: "Download deze lijst" }).first().click(),
  );
  assert.match(text, /^\ufeff"Regel";"Waarom";"Wat er staat"\r\n8;"geen naam"/);
});

test("pasted rows give classes, without a file", async (t) => {
  const app = await openApp(t);
  await app.paste(PASTED);
  await app.classified(4);
  await app.page.getByText("Gamma").first().waitFor();
});

test("the paste box takes rows typed or pasted into it", async (t) => {
  const app = await openApp(t);
  await app.page.getByRole("button", { name: "Plak een lijst" }).click();
  await app.page.getByLabel("Rijen met in elk geval een naam en een bedrag").fill(PASTED);
  await app.page.getByRole("button", { name: "Lees deze rijen" }).click();
  await app.classified(4);
});

test("a report with the debtor above the invoices gives classes, and a mail with a list too", async (t) => {
  const app = await openApp(t);
  await app.drop({
    name: "omzet-per-debiteur.csv",
    content: [
      "Omzet per debiteur",
      "",
      "Datum;Factuur;Bedrag",
      "10001 Bakkerij Jansen;;",
      "02-01-2025;F1;1.000,00",
      "15-02-2025;F2;250,00",
      ";Totaal;1.250,00",
      "10002 Slagerij de Vries;;",
      "07-03-2025;F3;500,00",
      ";Totaal;500,00",
      ";Eindtotaal;1.750,00",
    ].join("\n"),
  });
  await app.classified(2);
  await app.page.getByText("Slagerij de Vries").first().waitFor();
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.page
    .getByText("De namen van de klanten komen uit de koppen boven hun regels.")
    .waitFor();

  await app.paste("Hoi,\n\n- Kok: 12k\n- Smit: € 300,-\n- Vlot ca. 200\n- Bos 100\n\nGroet, Henk");
  await app.classified(5);
  await app.page.getByText("1 regel is geweigerd en telt niet mee.").waitFor();
});

test("the sample shows 60 customers, and with the network cut everything still works", async (t) => {
  const app = await openApp(t);
  await app.cutNetwork();
  await app.page.getByRole("button", { name: "Bekijk voorbeeld" }).click();
  await app.classified(60);
  for (const place of ["Ideale klant", "Gegevens", "Klanten"]) {
    await app.page.getByRole("link", { name: place, exact: true }).click();
    await app.page.getByRole("heading", { level: 1 }).waitFor();
  }
});

test("another meaning of a column is read at once, and can be undone", async (t) => {
  const app = await openApp(t);
  await app.paste(PASTED);
  await app.classified(4);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.page.getByRole("button", { name: "Kolommen nakijken" }).click();
  await app.page.getByRole("combobox", { name: /^Uren/ }).selectOption({ label: "Niet gebruiken" });
  await app.page
    .getByRole("button", { name: "Ongedaan maken: anders lezen (Ctrl Z)" })
    .and(app.page.locator(":enabled"))
    .waitFor();
  await app.page.keyboard.press("Control+z");
  await app.page.getByRole("button", { name: "Opnieuw: anders lezen (Ctrl Y)" }).waitFor();
});

test("a choice under which nothing can be read is refused at the columns, which stay as they were", async (t) => {
  const app = await openApp(t);
  await app.paste(PASTED);
  await app.classified(4);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.page.getByRole("button", { name: "Kolommen nakijken" }).click();
  const names = app.page.getByRole("combobox", { name: /^Klant/ });
  await names.selectOption({ label: "Niet gebruiken" });
  const columns = app.page.getByRole("region", { name: /^Kolommen van/ }).first();
  await app.page
    .locator("#columns")
    .getByText("Er moet een kolom met de klantnaam zijn.")
    .waitFor();
  assert.equal(await names.inputValue(), "Name");
  await app.page.keyboard.press("Control+z");
  await columns.waitFor({ state: "detached" });
  assert.equal(await app.page.getByText(/^Met deze keuze/).count(), 0);
});

test("markup and formulas in names stay text", async (t) => {
  const app = await openApp(t);
  await app.page.evaluate(() => (globalThis.canary = 0));
  const name = `<img src=x onerror="canary=1">`;
  await app.drop({
    name: "namen.csv",
    content: `Klant;Omzet\n"${name.replaceAll('"', '""')}";1000\n=1+1;2000\n<script>canary=2</script>;3000\n`,
  });
  await app.classified(3);
  await app.page.getByText(name).first().waitFor();
  assert.equal(await app.page.evaluate(() => globalThis.canary), 0);
  assert.equal(await app.page.locator("main img, main script").count(), 0);
});

test("what is dropped while a file is read waits its turn, and what is refused stays said", async (t) => {
  const app = await openApp(t);
  await app.page.evaluate(() => {
    const drop = (name, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name));
      document
        .querySelector(".drop")
        .dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    };
    const lines = (year, name) =>
      ["Klant;Datum;Bedrag"].concat(Array(50).fill(`${name};3-4-${year};10,00`)).join("\n");
    drop("eerst.csv", lines(2025, "Bakker"));
    drop("plan.pdf", "%PDF-1.7\n%\u00e2\u00e3");
    drop("daarna.csv", lines(2025, "Slager"));
  });
  await app.page.getByRole("heading", { name: "daarna.csv" }).waitFor();
  await app.page.getByRole("heading", { name: "eerst.csv" }).waitFor();
  await app.page.getByText(/plan\.pdf/).waitFor();
  assert.equal(await app.page.getByText(/wordt gelezen|Lezen/).count(), 0);
});
