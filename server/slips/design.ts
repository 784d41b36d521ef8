/** What this hall makes of a kind of slip. */
import { textIn, type Lang } from '#display/words/index.ts';
import { BUILT_IN } from '#printer/slips/kinds.ts';
import type { Design, SlipKind } from '#printer/slips/layout.ts';
import type { Hall } from '../hall.ts';
import type { Text } from '../views.ts';
import { signIn } from './sign.ts';
import type { HallBlock } from './view.ts';

/** What the hall file says of one kind of slip. */
export interface Wanted {
	/** null: the built-in layout */
	blocks: readonly HallBlock[] | null;
	note: Text | null;
	logo: string | null;
}

/** The layout, sign and note of a kind of slip, as the hall file in force has them, in one language. */
export function designOf(hall: Hall, kind: SlipKind, lang: Lang): Design {
	return designFrom(hall, kind, { wanted: wantedOf(hall, kind), lang });
}

/** What the hall file in force says of a kind. */
function wantedOf({ setup }: Pick<Hall, 'setup'>, kind: SlipKind): Wanted {
	const { logo, notes, layouts } = setup.file.slips;
	return { blocks: layouts[kind], note: notes[kind], logo };
}

/** The same of what is wanted, in force or not. A sign that cannot be read is left out. */
export function designFrom(
	{ dataDir }: Pick<Hall, 'dataDir'>,
	kind: SlipKind,
	{ wanted, lang }: { wanted: Wanted; lang: Lang }
): Design {
	const { blocks, note, logo } = wanted;
	const sign = logo === null ? null : signIn(dataDir, logo);
	const own = blocks?.map(({ text, ...block }) => ({ ...block, text: text && textIn(lang, text) }));
	return {
		blocks: own ?? BUILT_IN[kind],
		logo: sign?.ok === true ? sign.dots : null,
		note: note && textIn(lang, note)
	};
}
