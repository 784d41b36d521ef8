/** What is wrong with the frames of boards, pads and evaluators: which column, and what may stand there. */
import { specFaults, frameLanguage, type FrameSpec } from '#printer/frames/exchange.ts';
import { KNOWN_BOARDS } from '#printer/frames/known.ts';
import { compileFrame } from '#printer/frames/compile.ts';
import { largest } from '#printer/frames/numbers.ts';
import { whyUnreadable } from '#printer/frames/reader.ts';
import { numberPart, type FrameFault, type NumberName } from '#printer/frames/template.ts';
import { quoted, type Finding, type Path } from './faults.ts';
import { valueAt } from './issues.ts';

/** Works on the data as it was written, like `crossFindings`. */
export function frameFindings(raw: unknown): Finding[] {
	return [
		...entries(raw, 'boards').flatMap(({ path, value }) =>
			valueAt(value, ['driver']) === 'frame' ? boardFindings(path, value) : []
		),
		...entries(raw, 'padLines').flatMap(({ path, value }) => lineFindings(path, value))
	];
}

function entries(raw: unknown, section: string): { path: Path; value: unknown }[] {
	const list = valueAt(raw, ['devices', section]);
	if (!Array.isArray(list)) return [];
	return list.map((value: unknown, i) => ({ path: ['devices', section, i], value }));
}

function boardFindings(path: Path, value: unknown): Finding[] {
	const written = valueAt(value, ['language']);
	const spec = written === undefined ? knownBoard(valueAt(value, ['template'])) : specOf(written);
	if (!spec) return [];
	const faults = specFaults(spec);
	if (faults.length > 0) return faults.map(({ at, fault }) => findingOf([...path, 'language', at], fault));
	const { frame } = frameLanguage(spec);
	const names = frame.parts.flatMap((part) => (part.kind === 'byte' && part.name !== null ? [part.name] : []));
	const set = valueAt(value, ['set']);
	const strange = Object.keys(typeof set === 'object' && set !== null ? set : {}).filter((one) => !names.includes(one));
	return [
		...strange.map((one): Finding => ({
			...{ code: 'unknown-key', path: [...path, 'set', one], atKey: true },
			detail: { value: one, allowed: names }
		})),
		...addressFindings(path, value, numberPart(frame, 'addr'))
	];
}

function addressFindings(path: Path, value: unknown, part: ReturnType<typeof numberPart>): Finding[] {
	const address = valueAt(value, ['address']);
	if (!part) return [];
	if (address === undefined) return [{ code: 'missing', path: [...path, 'address'], detail: { value: 'address' } }];
	const bound = largest(part.form);
	if (typeof address !== 'number' || address <= bound) return [];
	return [
		{ code: 'too-big', path: [...path, 'address'], detail: { value: quoted(address), allowed: [String(bound)] } }
	];
}

function knownBoard(name: unknown): FrameSpec | null {
	return Object.entries(KNOWN_BOARDS).find(([one]) => one === name)?.[1] ?? null;
}

const text = (value: unknown, key: string): string | undefined => {
	const found = valueAt(value, [key]);
	return typeof found === 'string' ? found : undefined;
};

/** Null where the form itself is wrong, which the schema says. */
function specOf(value: unknown): FrameSpec | null {
	const frame = text(value, 'frame');
	if (frame === undefined) return null;
	return { frame, answer: text(value, 'answer'), refusal: text(value, 'refusal'), escapes: escapesOf(value) };
}

function escapesOf(value: unknown): Record<string, string> {
	const given = valueAt(value, ['escapes']);
	if (typeof given !== 'object' || given === null) return {};
	return Object.fromEntries(Object.entries(given).map(([from, to]) => [from, String(to)]));
}

/** A key press must be told from others; what is sent must say to whom where there may be many. */
function lineFindings(path: Path, value: unknown): Finding[] {
	const escapes = escapesOf(value);
	const frame = text(value, 'frame');
	const poll = text(valueAt(value, ['poll']), 'frame');
	const sent = ['ask', 'thanks'].map((key) => [[key], text(value, key)] as const);
	return [
		...(frame === undefined
			? []
			: templateFindings([...path, 'frame'], frame, { escapes, heard: true, needs: ['key'] })),
		...[[['poll', 'frame'], poll] as const, ...sent].flatMap(([at, own]) =>
			own === undefined ? [] : templateFindings([...path, ...at], own, { escapes, heard: false, needs: [] })
		)
	];
}

function templateFindings(
	path: Path,
	own: string,
	{ escapes, heard, needs }: { escapes: Record<string, string>; heard: boolean; needs: readonly NumberName[] }
): Finding[] {
	// Polls and asks may do without what is escaped in answers.
	const compiled = compileFrame(own, own.includes('(') || heard ? { escapes } : {});
	if (!compiled.ok) return [findingOf(path, compiled.fault)];
	const lack = needs.find((name) => !numberPart(compiled.template, name));
	if (lack) return [findingOf(path, { column: 1, found: own, code: 'lacks', allowed: [`{${lack}}`] })];
	const end = heard ? whyUnreadable(compiled.template) : null;
	return end ? [findingOf(path, { ...end, found: own })] : [];
}

function findingOf(path: Path, { column, found, code, allowed }: FrameFault): Finding {
	return { code: `frame-${code}`, path, detail: { value: quoted(found), allowed: [...allowed], other: column } };
}
