import type { Issue } from '../../domain/issue.js';
import { weekdays } from '../../domain/support-hours.js';

/** Where in the editor a part of the hours is mended, as selectors, the nearest first. Paths start at the hours: `['schedules', 0, 'weekly', 'mo', 1]`. */
export function issueTargets([list, schedule, part, at]: Issue['path']): string[] {
  if (list !== 'schedules' || typeof schedule !== 'number') return [];
  const id = `#schedule-${schedule}`;
  const day = weekdays.find((one) => one === at);
  return [
    ...(part === 'weekly' && day ? [`${id}-${day}-hours`] : []),
    ...(part === 'exceptions' ? [...(typeof at === 'number' ? [`${id}-exception-${at}`] : []), `${id}-exception-add`] : []),
    ...(part === 'timeZone' ? [`${id}-zone`] : []),
    `${id}-name`,
  ];
}
