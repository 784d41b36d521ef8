import type { Hall } from '../hall.ts';
import type { SayView } from '../views.ts';
import type { Saying } from './given.ts';
import { SAY_KINDS } from './given.ts';
import { SAYINGS } from './kinds.ts';

/** What can be said in this hall, and what who says it is told before a name or a telephone is taken. */
export function sayView(hall: Hall, sayings: readonly Saying[] = SAYINGS): SayView {
	const { file, policies } = hall.setup;
	const { keepDaysAfter, keepDaysAtMost } = policies.personal;
	return {
		hall: file.hall.name,
		kinds: SAY_KINDS.filter((kind) => sayings.some((one) => one.kind === kind)),
		keepDays: { after: keepDaysAfter, most: keepDaysAtMost },
		prefixes: file.queues.map(({ prefix }) => prefix).toSorted(),
		phone: file.hall.phone,
		desk: (file.desks.find((one) => one.main) ?? file.desks[0])?.name ?? null
	};
}
