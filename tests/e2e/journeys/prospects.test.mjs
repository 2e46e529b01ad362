// Prospects: typed, pasted, picked or dropped; scored, explained, and taken along.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";
import { windows1252 } from "../lib/files.mjs";

const section = (app) => app.page.locator("section").filter({ hasText: "Prospects" }).last();
const box = (app) => section(app).getByRole("textbox");
const rows = (app) => section(app).locator("tbody tr");

/** The sample firm on the page of the ideal customer, its verdict reckoned. */
async function atProspects(t) {
  const app = await openApp(t);
  await app.page.getByRole("button", { name: "Bekijk voorbeeld" }).click();
  await app.classified(60);
  await app.page.getByRole("link", { name: "Ideale klant", exact: true }).click();
  await section(app)
    .getByText(/van de 100 paren/)
    .waitFor();
  return app;
}

async function type(app, text) {
  await box(app).fill(text);
  await box(app).blur();
}

test("a list is scored with reasons, what is unknown is said, and the download is safe", async (t) => {
  const app = await atProspects(t);
  await type(
    app,
    [
      "Naam;Branche;Kanaal",
      "=HYPERLINK(1);handel;internet",
      "De Buis;installatie;aanbeveling",
      "Zonder;;",
      "Nieuw;ruimtevaart;aanbeveling",
    ].join("\n"),
  );
  await rows(app).nth(3).waitFor();
  const best = rows(app).first();
  assert.match(await best.innerText(), /^De Buis\t\d+\tsterk\tBranche: installatie/);
  const bare = rows(app).filter({ hasText: "Zonder" });
  assert.match(await bare.innerText(), /Branche/);
  await rows(app).filter({ hasText: "ruimtevaart (geen enkele klant heeft dit)" }).waitFor();
  const { name, text } = await app.download(() =>
    section(app).getByRole("button", { name: "Download de scores" }).click(),
  );
  assert.equal(name, "kernklant-prospects.csv");
  assert.match(text, /"'=HYPERLINK\(1\)"/);
  assert.equal(text.trim().split("\n").length, 5);

  await app.saved().waitFor();
  await app.reload();
  await app.page.getByRole("link", { name: "Ideale klant", exact: true }).click();
  await rows(app).filter({ hasText: "De Buis" }).waitFor();
});

test("the user chooses which traits count", async (t) => {
  const app = await atProspects(t);
  await type(app, "Naam;Branche;Kanaal\nDe Buis;installatie;internet");
  await rows(app).filter({ hasText: "Branche: installatie" }).waitFor();
  await section(app).getByText("Kies welke kenmerken meetellen").click();
  await section(app).getByRole("checkbox", { name: "Branche" }).uncheck();
  await rows(app).filter({ hasText: "Kanaal: internet" }).waitFor();
  assert.doesNotMatch(await rows(app).first().innerText(), /Branche: installatie/);
  await section(app).getByRole("checkbox", { name: "Branche" }).check();
  await rows(app).filter({ hasText: "Branche: installatie" }).waitFor();
});

test("a file takes the place of the list; what cannot be kept is refused and nothing is lost", async (t) => {
  const app = await atProspects(t);
  const pick = (name, buffer, mimeType = "text/csv") =>
    section(app)
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType, buffer: Buffer.from(buffer) });
  await pick("prospects.csv", windows1252("Naam;Branche\r\nCafé Núñez;installatie\r\n"));
  await rows(app).filter({ hasText: "Café Núñez" }).waitFor();
  assert.match(await box(app).inputValue(), /^Naam;Branche/);

  await pick("lijst.xlsx", "PK\u0003\u0004 xl/workbook.xml");
  await section(app)
    .getByRole("alert")
    .getByText(/Bewaar de lijst als CSV/)
    .waitFor();
  await rows(app).filter({ hasText: "Café Núñez" }).waitFor();

  await pick("groot.csv", `Naam\n${"Bakker\n".repeat(150_000)}`);
  await section(app)
    .getByRole("alert")
    .getByText(/Deze lijst is langer dan 1,0\sMB/)
    .waitFor();
  await rows(app).filter({ hasText: "Café Núñez" }).waitFor();
  await app.saved().waitFor();
});

test("a long list shows its best, and more when asked", async (t) => {
  const app = await atProspects(t);
  const names = Array.from({ length: 120 }, (_, nth) => `Prospect ${nth}`);
  await type(app, names.join("\n"));
  await rows(app).nth(49).waitFor();
  assert.equal(await rows(app).count(), 50);
  await section(app).getByRole("button", { name: "Toon meer (nu 50 van 120)" }).click();
  await rows(app).nth(99).waitFor();
  await section(app).getByRole("button", { name: "Toon meer (nu 100 van 120)" }).click();
  await rows(app).nth(119).waitFor();
  await section(app)
    .getByRole("button", { name: /Toon meer/ })
    .waitFor({ state: "detached" });
});
