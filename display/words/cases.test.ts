import { expect, test } from 'vitest';
import { CASE_KINDS } from '#server/rules/cases/kinds.ts';
import { LANGS, words } from './index.ts';

test.each(LANGS)('W-07 every kind of case has words for its stages, acts and ends (%s)', (lang) => {
	const { kinds } = words(lang).cases;
	const missing = CASE_KINDS.flatMap(({ code, stages }) => {
		const said = kinds[code];
		const acts = Object.values(stages).flatMap((stage) => Object.entries(stage.acts));
		return [
			...(said ? [] : [code]),
			...Object.keys(stages).filter((stage) => said?.stages[stage] === undefined),
			...acts.map(([act]) => act).filter((act) => said?.acts[act] === undefined),
			...acts.flatMap(([, { closes }]) =>
				closes !== undefined && said?.outcomes[closes] === undefined ? [closes] : []
			)
		];
	});
	expect(missing).toEqual([]);
});
