import { getHelp } from '#db/help.ts';
import type { HelpRow } from '#db/schema.ts';
import { actInCase } from '../cases/act.ts';
import { holdCase } from '../cases/held.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';

/** A member of staff goes to whoever called for help, and answers for it from now on. */
export function goTo(hall: Hall, who: Who, id: number): Promise<Result<HelpRow>> {
	return act(hall, who, { id, act: 'coming' });
}

/** Somebody has come: the call is over, and its times are whole. */
export function isThere(hall: Hall, who: Who, id: number): Promise<Result<HelpRow>> {
	return act(hall, who, { id, act: 'there' });
}

function act(
	hall: Hall,
	who: Who,
	{ id, act: name }: { id: number; act: 'coming' | 'there' }
): Promise<Result<HelpRow>> {
	return hall.write(async (tx) => {
		const row = await getHelp(tx.k, tx.hall, id);
		const held = row && (await holdCase(tx, id));
		if (!held) return refused('help-unknown', String(id));
		if (who.staff === undefined) return refused('staff-unknown', who.name);
		const acted = await actInCase(tx, hall, who, { held, wish: { act: name, text: '', days: null } });
		if (!acted.ok) return acted;
		return done((await getHelp(tx.k, tx.hall, id)) ?? row);
	});
}
