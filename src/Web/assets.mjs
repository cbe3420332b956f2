// Builds wwwroot/site.css (one minified style sheet) and wwwroot/fonts from the packages in package-lock.json.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { transform } from "lightningcss";

const fonts = "node_modules/@fontsource-variable/inter";

// Latin covers bokmål, nynorsk and English; latin-ext is fetched only when a page holds a Sámi letter.
// One variable font is half the size of three single weights.
const ranges = {
  latin: "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
};

const face = ([subset, range]) => `@font-face { font-family: Inter; font-style: normal; font-weight: 100 900; font-display: swap;
  src: url("fonts/inter-${subset}.woff2") format("woff2"); unicode-range: ${range}; }`;

const sheets = [
  "node_modules/@digdir/designsystemet-theme/src/themes/designsystemet.css",
  "node_modules/@digdir/designsystemet-css/dist/src/index.css",
  "Design/mestring.css",
];

await mkdir("wwwroot/fonts", { recursive: true });
for (const subset of Object.keys(ranges)) {
  await copyFile(`${fonts}/files/inter-${subset}-wght-normal.woff2`, `wwwroot/fonts/inter-${subset}.woff2`);
}

const parts = await Promise.all(sheets.map((sheet) => readFile(sheet, "utf8")));
const source = [...Object.entries(ranges).map(face), ...parts].join("\n");
const { code } = transform({ filename: "site.css", code: Buffer.from(source), minify: true });
await writeFile("wwwroot/site.css", code);
