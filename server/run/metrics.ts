import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { queuedSlips } from '#db/slips.ts';
import type { Hall } from '../hall.ts';
import type { Touched } from '../realtime/touched.ts';
import { waitingByQueue } from '../tickets/kiosk.ts';

/** Figures for a monitoring system, in the Prometheus text format. */
export class Metrics {
	readonly #registry = new Registry();
	readonly #lines: Counter<'act'>;
	readonly #calls: Counter<'zone'>;

	constructor(hall: Hall) {
		const registers = [this.#registry];
		collectDefaultMetrics({ register: this.#registry });
		this.#lines = new Counter({ name: 'guidedesk_acts_total', help: 'ledger lines', labelNames: ['act'], registers });
		this.#calls = new Counter({ name: 'guidedesk_calls_total', help: 'calls', labelNames: ['zone'], registers });
		const waiting = { name: 'guidedesk_waiting', help: 'tickets waiting', label: 'queue' };
		gauge(registers, waiting, () => waitingByQueue(hall));
		const slips = { name: 'guidedesk_slips_queued', help: 'slips waiting for a printer', label: 'group' };
		gauge(registers, slips, async () => {
			const rows = await queuedSlips(hall.read, hall.id);
			return new Map(rows.map((row) => [row.group, row.n]));
		});
	}

	/** Counts what the ledger's new lines say. */
	take(touched: Touched, acts: readonly string[]): void {
		for (const act of acts) this.#lines.inc({ act });
		for (const { zone } of touched.calls) this.#calls.inc({ zone });
	}

	/** The page `/metrics`. */
	text(): Promise<string> {
		return this.#registry.metrics();
	}
}

/** A gauge whose values are read when somebody asks. */
function gauge(
	registers: Registry[],
	{ name, help, label }: { name: string; help: string; label: string },
	read: () => Promise<ReadonlyMap<string, number>>
): void {
	new Gauge({
		name,
		help,
		labelNames: [label],
		registers,
		async collect() {
			this.reset();
			for (const [key, value] of await read()) this.set({ [label]: key }, value);
		}
	});
}
