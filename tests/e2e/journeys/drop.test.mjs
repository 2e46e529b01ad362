import { test } from "node:test";

import { openApp } from "../lib/app.mjs";

const CUSTOMERS = "Klant;Omzet\r\nBakker;1.234,56\r\nJansen;99.000,00\r\nSmit;500,00\r\n";

test("a dropped file becomes classes on screen, without a question", async (t) => {
  const app = await openApp(t);
  await app.drop({ name: "klanten.csv", content: CUSTOMERS });
  await app.classified(3);
});

test("with the network cut, a file is read all the same", async (t) => {
  const app = await openApp(t);
  await app.cutNetwork();
  await app.drop({ name: "klanten.csv", content: CUSTOMERS });
  await app.classified(3);
});
