/*
 * What the domain and the local part of an address tell about the mailbox behind it. All of it is a guess, good enough for
 * advice and for nothing that blocks.
 *
 * - A domain is never corrected to itself, and none that many people really use is corrected to its neighbour (`ymail.com`).
 * - Only the largest providers with names that have few honest neighbours are compared: not `aol`, `gmx` or `orange`.
 */

/** Domains at which people, rather than companies, have their mailboxes. */
const providerDomains = new Set([
  'gmail.com', 'googlemail.com', 'hotmail.com', 'hotmail.es', 'hotmail.fr', 'hotmail.it', 'hotmail.co.uk', 'outlook.com',
  'outlook.es', 'outlook.fr', 'outlook.de', 'outlook.com.br', 'live.com', 'msn.com', 'yahoo.com', 'yahoo.es', 'yahoo.fr',
  'yahoo.it', 'yahoo.de', 'yahoo.co.uk', 'yahoo.co.jp', 'yahoo.com.br', 'yahoo.com.mx', 'yahoo.com.ar', 'ymail.com',
  'icloud.com', 'me.com', 'mac.com', 'aol.com', 'protonmail.com', 'proton.me', 'gmx.com', 'gmx.de', 'gmx.net', 'web.de',
  'mail.com', 'email.com', 'mail.ru', 'yandex.com', 'yandex.ru', 'zoho.com', 'fastmail.com', 'telefonica.net', 'orange.fr',
  'wanadoo.fr', 'laposte.net', 'libero.it', 'uol.com.br', 'terra.com.br', 'bol.com.br', 'naver.com', 'qq.com', '163.com',
]);
const comparedNames = new Set(['gmail', 'googlemail', 'hotmail', 'outlook', 'yahoo', 'icloud', 'protonmail']);
const comparedProviders = [...providerDomains].filter((domain) => comparedNames.has(nameOf(domain)));

/** Endings that are no top-level domain, and what was meant. */
const mistypedEndings = new Map([
  ['con', 'com'], ['cmo', 'com'], ['ocm', 'com'], ['comm', 'com'], ['coom', 'com'], ['vom', 'com'], ['xom', 'com'], ['cpm', 'com'],
  ['nte', 'net'], ['ent', 'net'], ['nett', 'net'], ['ogr', 'org'], ['rog', 'org'], ['orgg', 'org'],
]);
/** Endings that exist, but not at the providers that end in `.com`. */
const mistypedProviderEndings = new Set(['co', 'cm', 'om']);

/** Words, English and Spanish, that say a mailbox belongs to a function and not to a person. */
const roleWords = new Set((
  'admin administrator alert alerts alertas api atencion ayuda backoffice billing booking bookings call care client clientes '
  + 'clients contact contacto contactos contacts customer customers dev developers devops duty emergencias emergency '
  + 'engineering equipo escalation escalations feedback finance guardia hello help helpdesk hola hostmaster hotline '
  + 'incidencias incident incidents info ingenieria integration integrations it legal mail marketing merchant merchants '
  + 'monitoring noc office oncall operaciones operations ops orders partner partners pedidos platform postmaster reservas '
  + 'reservations security service services soc soporte sre support sysadmin system systems team tech technical tecnico '
  + 'urgencias ventas sales web webmaster'
).split(' '));
const noReplyStarts = ['noreply', 'donotreply', 'dontreply', 'noresponder', 'noresponda', 'nepasrepondre', 'mailerdaemon'];

/** The domain that was probably meant, or `null`. Takes and returns lower case A-label domains. */
export function likelyDomain(domain: string): string | null {
  if (providerDomains.has(domain)) return null;
  const ending = domain.slice(domain.lastIndexOf('.') + 1);
  const rightEnding = mistypedEndings.get(ending);
  const corrected = rightEnding ? `${domain.slice(0, -ending.length)}${rightEnding}` : domain;
  const provider = comparedProviders.find((candidate) => isLikelyProvider(corrected, candidate));
  return provider ?? (rightEnding ? corrected : null);
}

/** Whether the mailbox looks like one person's: at a provider for people, or named like a person (`ana.perez`). */
export function isPersonalMailbox(localPart: string, domain: string): boolean {
  const mailbox = localPart.toLowerCase().replace(/\+.*/s, '');
  const words = mailbox.split(/[^\p{L}]+/u).filter((word) => word !== '');
  if (words.some((word) => roleWords.has(word))) return false;
  return providerDomains.has(domain) || (words.length >= 2 && words.length <= 3 && /[._]/.test(mailbox));
}

/** Whether nobody reads what is sent to the mailbox. */
export function isNoReplyMailbox(localPart: string): boolean {
  const letters = localPart.toLowerCase().replace(/[^a-z]/g, '');
  return noReplyStarts.some((start) => letters.startsWith(start));
}

function isLikelyProvider(domain: string, provider: string): boolean {
  const name = nameOf(domain);
  const ending = domain.slice(name.length + 1);
  const providerName = nameOf(provider);
  const providerEnding = provider.slice(providerName.length + 1);
  const isEndingMistyped = providerEnding === 'com' && mistypedProviderEndings.has(ending);
  if (ending !== providerEnding && !isEndingMistyped) return false;
  return name === providerName || isOneSlipAway(name, providerName);
}

function nameOf(domain: string): string {
  return domain.slice(0, domain.indexOf('.'));
}

/** One letter more, less or different, or two neighbours exchanged. Expects two different words. */
function isOneSlipAway(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlipAway(b, a);
  if (b.length - a.length > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  if (a.length < b.length) return a.slice(same) === b.slice(same + 1);
  const isExchanged = a[same] === b[same + 1] && a[same + 1] === b[same];
  return a.slice(same + 1) === b.slice(same + 1) || (isExchanged && a.slice(same + 2) === b.slice(same + 2));
}
