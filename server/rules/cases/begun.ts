import type { CaseAct, CaseKind } from './kind.ts';

/**
 * How often each act was done in a case since it began, or began again: who was tried for three times over the first answer
 * is tried for anew over the second (P-05).
 * @param acts of its history, oldest first
 */
export function doneSinceBegun(kind: CaseKind, acts: readonly string[]): Record<string, number> {
	const reopening = new Set(
		Object.values(kind.stages).flatMap((stage) =>
			Object.entries(stage.acts).flatMap(([name, act]) => (act.reopens ? [name] : []))
		)
	);
	return counted(acts.slice(acts.findLastIndex((one) => reopening.has(one)) + 1));
}

/** What counts towards an act that comes after others. */
export function doneFor(kind: CaseKind, { after }: CaseAct, acts: readonly string[]): Record<string, number> {
	return after?.ever ? counted(acts) : doneSinceBegun(kind, acts);
}

function counted(acts: readonly string[]): Record<string, number> {
	const done: Record<string, number> = {};
	for (const act of acts) done[act] = (done[act] ?? 0) + 1;
	return done;
}
