import { fileURLToPath } from 'node:url';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** What a page looked like to its own script, frame by frame. */
export interface Sampled {
  samples: { portal: boolean; modal: boolean }[];
  shifts: { value: number; what: string[] }[];
}
type SamplingWindow = typeof window & { sampler: Sampled & { frames(count: number): Promise<void> } };

/** Every page of the profile is sampled from its first frame on. */
export async function sampleFrames(profile: BrowserContext): Promise<void> {
  await profile.addInitScript({ path: fileURLToPath(new URL('../pages/sample-frames.js', import.meta.url)) });
}

/** Resolves once the page has gone through some more frames. */
export async function someFrames(page: Page, count = 5): Promise<void> {
  await page.evaluate((frames) => (window as SamplingWindow).sampler.frames(frames), count);
}

export function sampled(page: Page): Promise<Sampled> {
  return page.evaluate(() => {
    const { samples, shifts } = (window as SamplingWindow).sampler;
    return { samples, shifts };
  });
}

/** Every frame that the browser paints of a page. */
export class Screencast {
  readonly #frames: string[] = [];
  readonly #devtools: CDPSession;

  private constructor(devtools: CDPSession) {
    this.#devtools = devtools;
    devtools.on('Page.screencastFrame', ({ data, sessionId }) => {
      this.#frames.push(data);
      void devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    });
  }

  static async of(page: Page): Promise<Screencast> {
    const devtools = await page.context().newCDPSession(page);
    const screencast = new Screencast(devtools);
    await devtools.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    return screencast;
  }

  async stop(): Promise<string[]> {
    await this.#devtools.send('Page.stopScreencast');
    return this.#frames;
  }
}

/**
 * How many pixels of each picture (PNG, base64) are of a kind: `signal` is fuchsia, under a translucent backdrop too;
 * `dark` is what a backdrop makes of a white page.
 */
export async function countPixels(profile: BrowserContext, pictures: string[]): Promise<{ signal: number; dark: number }[]> {
  const page = await profile.newPage();
  try {
    return await page.evaluate(async (all) => {
      const counts = [];
      for (const data of all) {
        const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
        let signal = 0;
        let dark = 0;
        for (let at = 0; at < pixels.length; at += 4) {
          const [red, green, blue] = [pixels[at], pixels[at + 1], pixels[at + 2]];
          if (red - green > 60 && blue - green > 60) signal += 1;
          else if (red < 140 && green < 140 && blue < 160) dark += 1;
        }
        counts.push({ signal, dark });
      }
      return counts;
    }, pictures);
  } finally {
    await page.close();
  }
}
