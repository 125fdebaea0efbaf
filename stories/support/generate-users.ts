import type { User } from '../../src/domain/user.js';

const givenNames = ['Ana', 'Bruno', 'Chiara', 'Dmitri', 'Élodie', 'Fatima', 'Gustav', 'Hana', 'Ines', 'Jürgen', 'Kofi', 'Lucía', 'Mehmet', 'Nour', 'Øyvind', 'Priya', 'Quentin', 'Renata', 'Søren', 'Tomás'];
const familyNames = ['Abe', 'Bianchi', 'Costa', 'Duarte', 'Eriksen', 'Fernández', 'Gómez', 'Haddad', 'Ivanova', 'Jensen', 'Kowalski', 'Łukasik', 'Müller', 'Núñez', 'Okafor', 'Petrov', 'Quiroga', 'Rossi', 'Šimić', 'Tanaka', 'Ünal', 'Vos', 'Weber'];
const roles = ['read-only', 'read-only', 'editor', 'editor', 'tester', 'administrator'];

/** That many users, the same ones every time: names from several languages, all roles and statuses. */
export function generateUsers(count: number): User[] {
  return Array.from({ length: count }, (_, index): User => {
    const given = givenNames[index % givenNames.length];
    const family = familyNames[Math.floor(index / givenNames.length) % familyNames.length];
    const local = `${given}.${family}`.normalize('NFD').replace(/[^A-Za-z.]/g, '').toLowerCase();
    const status = index % 11 === 7 ? 'invited' : index % 13 === 9 ? 'deactivated' : 'active';
    return {
      id: `user-${index}`, name: `${given} ${family}`, email: `${local}.${index}@mesa.example`, role: roles[index % roles.length], status,
      mailingLists: index % 3 === 0 ? ['product-news'] : [], revision: `${index}`,
      ...(status === 'invited'
        ? { invitedAt: '2026-11-20T09:00:00.000Z', expiresAt: index % 2 ? '2026-12-04T09:00:00.000Z' : '2026-11-01T09:00:00.000Z' }
        : { lastActiveAt: new Date(Date.UTC(2026, 10, 23) - index * 3_600_000).toISOString() }),
    };
  });
}
