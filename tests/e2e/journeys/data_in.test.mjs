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
