import type { SupportHours } from '../../src/domain/support-hours.js';
import type { SupportHoursPicker } from '../../src/elements/support-hours-picker/support-hours-picker.js';

/* Compiled, not run: what TypeScript has to know about the element. */

export function listen(): void {
  const picker: SupportHoursPicker = document.createElement('support-hours-picker');
  picker.addEventListener('change', function (event) {
    const plain: Event = event;
    const value: SupportHours = this.value;
    // @ts-expect-error -- it is no input event: nothing that was typed is in it
    void event.data;
    void [plain, value];
  });
  picker.addEventListener('click', (event) => void event.clientX);
  picker.value = JSON.stringify({ version: 1, schedules: [] });
  picker.value = null;
  // @ts-expect-error -- not the shape of hours
  picker.value = { version: 2 };
}
