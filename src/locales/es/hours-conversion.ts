import type { hoursConversionMessages } from '../../elements/support-hours-picker/hours-conversion.strings.js';
import type { Message } from '../../internal/messages.js';

export const hoursConversion = {
  'issue.hours.not-carried': '«{name}» no existe en este formato y se ha omitido. Aquí se conserva.',

  'issue.hours.osm-empty': 'No contiene ningún horario. Pegue un texto como Mo-Fr 09:00-17:00.',
  'issue.hours.osm-unsupported': 'No se entiende «{text}» (en el carácter {at}), así que no se ha tomado nada. Escriba días de la semana, horas, off o 24/7, y fechas con su año.',
  'issue.hours.osm-sun': '«{text}» (en el carácter {at}) depende del sol, así que no se ha tomado nada. Escriba una hora en su lugar.',
  'issue.hours.osm-holidays': '«{text}» (en el carácter {at}) se refiere a festivos sin decir sus fechas, así que no se ha tomado nada. Quítelo y añada las fechas como excepciones.',
  'issue.hours.osm-yearly': '«{text}» (en el carácter {at}) es una fecha sin año, así que no se ha tomado nada. Escriba también el año: 2026 Dec 25.',
  'issue.hours.osm-length': '«{text}» (en el carácter {at}) no tiene duración o dura más de un día, así que no se ha tomado nada. Escriba un día entero como 00:00-24:00.',
  'issue.hours.osm-order': '«{text}» (en el carácter {at}) va después de una fecha y la sustituiría, así que no se ha tomado nada. Escriba primero la semana y después las fechas.',
  'issue.hours.osm-tail': 'En ese formato la noche del {date} sigue después de medianoche aunque la fecha tenga horas propias, así que no se ha tomado nada. Indique cuándo está cerrada esa mañana: añada la fecha siguiente con {open}-{close} off.',
  'issue.hours.osm-cut': 'Esta noche termina a medianoche y no a las {time}: el «;» que la sigue la corta. Con «, » en su lugar continúa.',
  'issue.hours.osm-label': '«{text}» no se puede escribir en este formato. Quite las comillas del nombre.',

  'issue.hours.schema-org-empty': 'No contiene ningún horario. Pegue JSON-LD con openingHoursSpecification.',
  'issue.hours.schema-org-malformed': 'No se entiende «{text}» como {name}, así que no se ha tomado nada.',
  'issue.hours.schema-org-holidays': 'PublicHolidays se refiere a festivos sin decir sus fechas, así que no se ha tomado nada. Quítelo y añada las fechas como excepciones.',
  'issue.hours.schema-org-days': 'No dice en qué días ni en qué fechas, así que no se ha tomado nada. Añada dayOfWeek, o validFrom y validThrough.',
  'issue.hours.schema-org-season': 'Un horario de temporada, o con un solo extremo de sus fechas, no se puede conservar, así que no se ha tomado nada. Indique fechas sin días, o días sin fechas.',
  'issue.hours.schema-org-length': '{text} no tiene duración, así que no se ha tomado nada. Cerrado es 00:00–00:00, y un día entero 00:00–23:59.',
  'issue.hours.schema-org-contradiction': 'Se dice del mismo tiempo que está cerrado y que tiene horas, así que no se ha tomado nada. Quite una de las dos cosas.',
  'issue.hours.schema-org-end': 'En este formato las 23:59 son el final del día, y {hours} no se distinguiría de él. Elija otra hora.',

  'issue.hours.ical-none': 'Esto no es un archivo de calendario. Elija uno que termine en .ics.',
  'issue.hours.ical-cut': 'El archivo termina antes de tiempo, así que no se ha tomado nada. Descárguelo de nuevo.',
  'issue.hours.ical-line': 'No se puede leer la línea {line} del archivo («{text}»), así que no se ha tomado nada.',
  'issue.hours.ical-start': '«{name}» (línea {line}) no tiene una fecha que se pueda leer, así que no se ha tomado nada.',
  'issue.hours.ical-end': '«{name}» (línea {line}) termina antes de empezar o en algo que no es una fecha ({text}), así que no se ha tomado nada.',
  'issue.hours.ical-timed': '«{name}» (línea {line}) es a una hora del día ({text}), así que no se ha tomado nada. Solo los eventos de todo el día pueden ser excepciones: quítelo del archivo.',
  'issue.hours.ical-rule': '«{name}» (línea {line}) se repite de una manera que no se entiende ({text}), así que no se ha tomado nada.',
  'issue.hours.ical-endless': '«{name}» (línea {line}) se repite sin fin, así que no se ha tomado nada. Elija hasta cuándo.',
  'issue.hours.ical-too-many': 'Son más de {max} fechas, así que no se ha tomado nada. Elija un archivo con menos años.',
  'issue.hours.ical-cancelled': '«{name}» se canceló y se ha omitido.',
  'issue.hours.ical-midnight': '«{name}» va de medianoche a medianoche y se ha tomado como días enteros.',
  'issue.hours.ical-one-day': '«{name}» termina el mismo día en que empieza y se ha tomado como un día.',
  'issue.hours.ical-overlap': 'Varios eventos del archivo comparten fechas desde el {date}; se han convertido en una sola excepción: {text}.',
} satisfies Record<keyof typeof hoursConversionMessages, Message>;
