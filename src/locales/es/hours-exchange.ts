import type { exchangeMessages } from '../../elements/support-hours-picker/exchange/exchange.strings.js';
import type { Message } from '../../internal/messages.js';

export const hoursExchange = {
  'paste.title': 'Pegar un horario',
  'paste.text': 'Horario de otro sitio',
  'paste.help': 'El opening_hours de OpenStreetMap, como Mo-Fr 09:00-17:00, o el JSON-LD de una página web.',
  'paste.understood': 'Se ha entendido:',
  'paste.replace': 'Reemplazar la semana de {name}',
  'paste.add': 'Añadir como horario',
  'paste.zone': 'El texto no dice la zona horaria: un horario nuevo empieza con {zone}, y uno cuya semana se reemplaza conserva la suya.',
  'paste.replaced': 'Se ha reemplazado la semana de {name}.',
  'issue.hours.exchange-json': 'Empieza como JSON-LD y está cortado o tiene un error, así que no se ha incorporado nada. Cópielo entero, desde el primer corchete o llave hasta el último.',
  'copy.title': 'Exportar las horas de {name}',
  'copy.osm': 'OpenStreetMap',
  'copy.schema-org': 'JSON-LD para una página web',
  'copy.icalendar': 'Archivo de calendario (.ics)',
  'copy.copy': 'Copiar',
  'copy.download': 'Descargar',
  'copy.copied': 'Copiado.',
  'copy.failed': 'El navegador no ha permitido copiar. Seleccione el texto y cópielo.',
  'copy.zone-unknown': 'Este navegador no conoce la zona horaria {zone}, así que no se puede crear un calendario.',
  'copy.file': 'horario-de-asistencia.ics',
  'copy.closed': 'Cerrado',
} satisfies Record<keyof typeof exchangeMessages, Message>;
