import { sendKeys } from '@web/test-runner-commands';

/** Presses a chord such as `Shift+Tab`, key by key: not every engine's driver knows chords. */
export async function pressChord(chord: string): Promise<void> {
  const keys = chord.split('+');
  const held = keys.slice(0, -1);
  for (const key of held) await sendKeys({ down: key });
  await sendKeys({ press: keys.at(-1)! });
  for (const key of held.reverse()) await sendKeys({ up: key });
}
