/*
 * Where a week begins otherwise than on Monday, for engines that do not say so themselves. By country, ISO 3166-1.
 * Source: CLDR supplemental weekData, firstDay (cldr-core 48.2.0), licence Unicode-3.0.
 */
const sunday = 'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const saturday = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';
const friday = 'MV';

/** 1 is Monday, 7 is Sunday. */
export function firstDayOfCountry(country: string): number {
  const isIn = (list: string) => list.split(' ').includes(country);
  return isIn(sunday) ? 7 : isIn(saturday) ? 6 : isIn(friday) ? 5 : 1;
}
