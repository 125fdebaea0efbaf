/*
 * A growth plot as SVG: time against size, both logarithmic, one panel for each group of lines. Readable on light and dark
 * ground, and without colours: every line is named at its end. Five lines to a panel at most.
 */

export interface Line {
  name: string;
  /** In milliseconds, one for each size. */
  values: readonly number[];
}

export interface Panel {
  title: string;
  lines: readonly Line[];
}

const panelWidth = 580;
const height = 360;
const [left, right, top, bottom] = [76, 190, 44, 44];
const style = `
  text { font: 12px system-ui, sans-serif; fill: #1d2430; }
  .title { font-weight: 600; font-size: 14px; }
  .minor { fill: #5a6474; }
  .grid { stroke: #d5dae2; }
  .ground { fill: #ffffff; }
  polyline { fill: none; stroke: currentColor; stroke-width: 2; }
  circle { fill: currentColor; }
  .line-0 { color: #1b66c9; } .line-1 { color: #b3470b; } .line-2 { color: #16794a; } .line-3 { color: #8a3ab0; } .line-4 { color: #5a6474; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6eaf0; } .minor { fill: #a3adbb; } .grid { stroke: #333b48; } .ground { fill: #15181e; }
    .line-0 { color: #7db4ff; } .line-1 { color: #ffa06a; } .line-2 { color: #6fd6a0; } .line-3 { color: #d39bf0; } .line-4 { color: #a3adbb; }
  }`;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const number = new Intl.NumberFormat('en');

export function growthPlot(sizes: readonly number[], panels: readonly Panel[]): string {
  const all = panels.flatMap(({ lines }) => lines.flatMap(({ values }) => values));
  const decades = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))] as const;
  const width = panelWidth * panels.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(panels.map(({ title }) => title).join('; '))}">`,
    `<style>${style}\n</style>`, `<rect class="ground" width="${width}" height="${height}"/>`,
    ...panels.map((panel, index) => `<g transform="translate(${index * panelWidth} 0)">${drawPanel(sizes, panel, decades).join('\n')}</g>`),
    '</svg>', '',
  ].join('\n');
}

function drawPanel(sizes: readonly number[], { title, lines }: Panel, [lowest, highest]: readonly [number, number]): string[] {
  const share = (value: number, from: number, to: number) => (Math.log10(value) - from) / (to - from);
  const x = (size: number) => left + share(size, Math.log10(sizes[0]), Math.log10(sizes[sizes.length - 1])) * (panelWidth - left - right);
  const y = (time: number) => height - bottom - share(time, lowest, highest) * (height - top - bottom);
  const ticks = Array.from({ length: highest - lowest + 1 }, (_, index) => 10 ** (lowest + index));
  const ends = spread(lines.map(({ values }) => y(values[values.length - 1])));
  return [
    `<text class="title" x="${left}" y="20">${escape(title)}</text>`,
    ...ticks.flatMap((time) => [
      `<line class="grid" x1="${left}" x2="${panelWidth - right}" y1="${y(time)}" y2="${y(time)}"/>`,
      `<text class="minor" x="${left - 8}" y="${y(time) + 4}" text-anchor="end">${number.format(time)} ms</text>`,
    ]),
    ...sizes.map((size) => `<text class="minor" x="${x(size)}" y="${height - bottom + 20}" text-anchor="middle">${number.format(size)}</text>`),
    `<text class="minor" x="${(left + panelWidth - right) / 2}" y="${height - 8}" text-anchor="middle">users</text>`,
    ...lines.flatMap(({ name, values }, index) => [
      `<polyline class="line-${index}" points="${values.map((value, at) => `${x(sizes[at]).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}"/>`,
      ...values.map((value, at) => `<circle class="line-${index}" cx="${x(sizes[at]).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3"/>`),
      `<text x="${panelWidth - right + 10}" y="${(ends[index] + 4).toFixed(1)}">${escape(name)}</text>`,
    ]),
  ];
}

/** The same heights, moved apart where labels would lie on one another. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a] - heights[b]);
  const moved = [...heights];
  order.forEach((index, at) => {
    if (at > 0) moved[index] = Math.max(moved[index], moved[order[at - 1]] + 15);
  });
  return moved;
}
