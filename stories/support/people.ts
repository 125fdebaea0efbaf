/*
 * Names as people of several countries write them, each with its spelling in an address. Data only: who is made of them is
 * decided in `generate-users.ts`.
 */

type Name = readonly [written: string, inAddresses: string];

export interface NamePool {
  given: readonly Name[];
  family: readonly Name[];
  /** How the two are written together. */
  join: (given: string, family: string) => string;
  /** Whether some have two family names. */
  double?: boolean;
  /** Domains of this script, used now and then. */
  domains: readonly string[];
}

const westward = (given: string, family: string) => `${given} ${family}`;
const familyFirst = (given: string, family: string) => `${family} ${given}`;
const withoutSpace = (given: string, family: string) => `${family}${given}`;

/** Names whose address leaves out only accents. */
function plain(...names: string[]): Name[] {
  return names.map((name) => [name, name.replaceAll('ø', 'o').replaceAll('Ø', 'O').replaceAll('Ł', 'L').normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase()]);
}

export const namePools = {
  latin: {
    given: plain('Ana', 'Bruno', 'Chiara', 'Dmitri', 'Élodie', 'Fatima', 'Gustav', 'Hana', 'Ines', 'Jürgen', 'Kofi', 'Lucía', 'Mehmet', 'Nour', 'Øyvind', 'Priya', 'Quentin', 'Renata', 'Søren', 'Tomás'),
    family: plain(
      'Abe', 'Bianchi', 'Costa', 'Duarte', 'Eriksen', 'Fernández', 'Gómez', 'Haddad', 'Ivanova', 'Jensen', 'Kowalski', 'Łukasik', 'Müller', 'Núñez', 'Okafor', 'Petrov',
      'Quiroga', 'Rossi', 'Šimić', 'Tanaka', 'Ünal', 'Vos', 'O’Brien',
    ),
    join: westward,
    double: true,
    domains: ['münchen.example', 'cañaveral.example', 'smørrebrød.example'],
  },
  cyrillic: {
    given: [['Анна', 'anna'], ['Богдан', 'bohdan'], ['Дмитрий', 'dmitri'], ['Ирина', 'irina'], ['Олена', 'olena'], ['Сергей', 'sergei'], ['Фёдор', 'fedor']],
    family: [['Бойко', 'boiko'], ['Иванов', 'ivanov'], ['Ковальчук', 'kovalchuk'], ['Королёв', 'korolev'], ['Петренко', 'petrenko'], ['Соколов', 'sokolov'], ['Чайка', 'chaika'], ['Йорданов', 'yordanov']],
    join: westward,
    domains: ['кухня.example'],
  },
  greek: {
    given: [['Ελένη', 'eleni'], ['Γιώργος', 'giorgos'], ['Μαρία', 'maria'], ['Νίκος', 'nikos'], ['Σοφία', 'sofia']],
    family: [['Αγγελόπουλος', 'angelopoulos'], ['Δημητρίου', 'dimitriou'], ['Παπαδόπουλος', 'papadopoulos'], ['Οικονόμου', 'oikonomou']],
    join: westward,
    domains: ['ταβέρνα.example'],
  },
  arabic: {
    given: [['أحمد', 'ahmed'], ['فاطمة', 'fatima'], ['يوسف', 'youssef'], ['ليلى', 'layla'], ['عُمَر', 'omar']],
    family: [['حدّاد', 'haddad'], ['المصري', 'elmasry'], ['خوري', 'khoury'], ['بن علي', 'benali']],
    join: westward,
    domains: ['مطعم.example'],
  },
  hebrew: {
    given: [['דוד', 'david'], ['מרים', 'miriam'], ['נועה', 'noa'], ['יוסף', 'yosef']],
    family: [['כהן', 'cohen'], ['לוי', 'levi'], ['מזרחי', 'mizrahi']],
    join: westward,
    domains: ['מסעדה.example'],
  },
  han: {
    given: [['伟', 'wei'], ['秀英', 'xiuying'], ['建国', 'jianguo'], ['晓明', 'xiaoming'], ['丽', 'li']],
    family: [['王', 'wang'], ['李', 'li'], ['张', 'zhang'], ['欧阳', 'ouyang']],
    join: withoutSpace,
    domains: ['餐厅.example'],
  },
  kana: {
    given: [['さくら', 'sakura'], ['ヒカル', 'hikaru'], ['あおい', 'aoi'], ['ジョン', 'john'], ['めぐみ', 'megumi']],
    family: [['田中', 'tanaka'], ['佐藤', 'sato'], ['わたなべ', 'watanabe']],
    join: familyFirst,
    domains: ['食堂.example'],
  },
  hangul: {
    given: [['민준', 'minjun'], ['서연', 'seoyeon'], ['지훈', 'jihoon'], ['하은', 'haeun']],
    family: [['김', 'kim'], ['이', 'lee'], ['박', 'park'], ['최', 'choi'], ['남궁', 'namgung']],
    join: withoutSpace,
    domains: ['식당.example'],
  },
  devanagari: {
    given: [['प्रिया', 'priya'], ['राहुल', 'rahul'], ['अनीता', 'anita'], ['विकास', 'vikas']],
    family: [['शर्मा', 'sharma'], ['वर्मा', 'verma'], ['कुमार', 'kumar']],
    join: westward,
    domains: ['भोजन.example'],
  },
} as const satisfies Record<string, NamePool>;

export type NamePoolKey = keyof typeof namePools;
