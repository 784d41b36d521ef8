import type { AgentView } from '../agents/view.ts';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';
import { awaitedTold, kiosksTold } from './told.ts';
import type { Told, Watch } from './watch.ts';

/** What changed between two looks and back again is a blink. */
const LOOK_MS = 2000;
/** What has to be asked of the database. */
const SLOW_MS = 10_000;

/** Looks at every device from now on, and tells the watch how each stands. */
export function keepLooking(
	hall: Hall,
	watch: Watch,
	{ told, agents, onTrouble }: { told: () => Told[]; agents: () => AgentView[]; onTrouble: (error: unknown) => void }
): Cancel {
	const tell = (all: readonly Told[]): void => {
		for (const one of all) watch.tell(one);
	};
	const stops = [
		hall.clock.every(LOOK_MS, () => tell(told())),
		hall.clock.every(SLOW_MS, () => {
			void kiosksTold(hall).then(tell).catch(onTrouble);
			void awaitedTold(hall, agents()).then(tell).catch(onTrouble);
		})
	];
	return () => {
		for (const stop of stops) stop();
	};
}
