import { countAlarms } from '#db/alarms.ts';
import { serviceSpans } from '#db/free-services.ts';
import type { ServiceSpanRow, ServiceState } from '#db/schema.ts';
import type { Range } from '../figures/figures.ts';
import type { Hall } from '../hall.ts';
import type { FigureTable } from '../views.ts';

const MINUTE_MS = 60_000;

/** G-09 The free services in these days: how long each was out of order or full, and how often. */
export async function serviceFigures(hall: Hall, { fromAt, untilAt }: Range): Promise<FigureTable> {
	const spans = await serviceSpans(hall.read, { hall: hall.id, from: fromAt, until: untilAt });
	const end = Math.min(untilAt, hall.clock.now());
	const crowds = (await countAlarms(hall.read, hall.id, fromAt, untilAt)).filter(
		({ kind }) => kind === 'service-crowded'
	);
	const lasted = ({ from_at: a, to_at: b }: ServiceSpanRow): number =>
		Math.max(0, Math.min(b ?? end, end) - Math.max(a, fromAt)) / MINUTE_MS;
	const rows = hall.setup.file.freeServices.map(({ code, name }) => {
		const own = (state: ServiceState): ServiceSpanRow[] =>
			spans.filter((span) => span.service === code && span.state === state);
		const minutes = (state: ServiceState): number => own(state).reduce((sum, span) => sum + lasted(span), 0);
		const broken = own('out-of-order');
		return [name, broken.length, minutes('out-of-order'), minutes('busy')];
	});
	const touched = spans.length + crowds.length > 0;
	return { ...HEAD, rows: touched ? [...rows, [CROWDS, crowds.length, null, null]] : [] };
}

const CROWDS = { zh: '等候过多告警（次）', en: 'Alarms of too many waiting' };

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'free-services',
	title: { zh: '便民服务', en: 'Free services' },
	note: {
		zh: '停用、繁忙为所选日期内的分钟数；最后一行是等候人数过多的告警次数。',
		en: 'Out of order and busy in minutes within these days; the last row counts the alarms of too many waiting.'
	},
	columns: [
		{ name: { zh: '服务', en: 'Service' }, kind: 'text' },
		{ name: { zh: '停用次数', en: 'Times out of order' }, kind: 'count' },
		{ name: { zh: '停用', en: 'Out of order' }, kind: 'minutes' },
		{ name: { zh: '繁忙', en: 'Busy' }, kind: 'minutes' }
	]
};
