// The page of the ideal customer: whom the owner likes, what to aim for, and the texts per channel.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";

const ideal = (app) => app.page.getByRole("link", { name: "Ideale klant", exact: true }).click();
/** The sample firm on the page of the ideal customer. */
async function atIdeal(t) {
  const app = await openApp(t);
  await app.page.getByRole("button", { name: "Bekijk voorbeeld" }).click();
  await app.classified(60);
  await ideal(app);
  return app;
}

test("the verdict on the score founds the profile", async (t) => {
  const app = await atIdeal(t);
  await app.page
    .getByText(/Onderbouwd: het profiel onderscheidt aantoonbaar; in 77 van de 100 paren/)
    .waitFor();
  await app.page.getByText("De cijfers erachter").click();
  const first = app.page.locator("details tbody tr").first();
  assert.match(await first.innerText(), /^branche: installatie\t9 van 15\t3 van 42\t68%\t/);
});

test("whom the owner likes stands beside the figures, here and in the panel", async (t) => {
  const app = await atIdeal(t);
  await app.page.getByText("Kies klanten").click();
  await app.page.getByRole("searchbox", { name: "Zoek een klant" }).fill("kuipers");
  await app.page.getByRole("checkbox", { name: "Kuipers Klimaattechniek" }).check();
  await app.page.getByText(/De klant waar je het liefst voor werkt, is A/).waitFor();

  await app.page.getByRole("link", { name: "Klanten", exact: true }).click();
  await app.page.getByText("Kuipers Klimaattechniek").first().click();
  const mark = app.page.getByRole("checkbox", { name: "Hier werk ik het liefst voor" });
  assert.equal(await mark.isChecked(), true);
  await mark.uncheck();
  await ideal(app);
  await app.page.getByText(/^Vink de klanten aan/).waitFor();
});

test("Edit goes to the first sentence, and Escape back with what was typed", async (t) => {
  const { page } = await atIdeal(t);
  const edit = page.getByRole("button", { name: "Bewerken" });
  await edit.press("Enter");
  await page.locator(".claim textarea:focus").waitFor();
  await page.keyboard.type("Wij helpen installateurs. ");
  await page.keyboard.press("Escape");
  await page.locator("button:focus", { hasText: "Bewerken" }).waitFor();
  await page.getByText(/Wij helpen installateurs\./).waitFor();
});

test("a target and a text for a channel are kept", async (t) => {
  const app = await atIdeal(t);
  const target = app.page.getByRole("textbox", { name: "Je doel, in % van je klanten" });
  await target.fill("130");
  await target.blur();
  await app.page.getByText("Vul een heel getal van 0 tot en met 100 in.").waitFor();
  await target.fill("30");
  await target.blur();
  await app.page.getByText("Dat zijn er 18: 6 meer dan nu, bij evenveel klanten.").waitFor();

  await app.page.getByRole("button", { name: "Website" }).click();
  const text = app.page.getByRole("textbox", { name: "Website" });
  assert.match(await text.inputValue(), /^Wij werken het liefst voor bedrijven in installatie\./);
  await text.fill("Voor installateurs die vooruit willen.");
  await text.blur();
  await app.page.getByRole("button", { name: "Zet terug" }).waitFor();
  await app.saved().waitFor();

  await app.reload();
  await ideal(app);
  assert.equal(await target.inputValue(), "30");
  await app.page.getByRole("button", { name: "Website" }).click();
  assert.equal(await text.inputValue(), "Voor installateurs die vooruit willen.");
  await app.page.getByRole("button", { name: "Zet terug" }).click();
  assert.match(await text.inputValue(), /^Wij werken het liefst/);
});
