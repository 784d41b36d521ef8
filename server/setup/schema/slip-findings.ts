/** What the layouts of slips leave out though it must be there, and what they say of a block that it does not take. */
import { lacking, taken, untaken } from '#printer/slips/kinds.ts';
import { SLIP_KINDS, type SlipKind } from '#printer/slips/layout.ts';
import { nearest, type Finding, type Path } from './faults.ts';
import { valueAt } from './issues.ts';

interface Written extends Record<string, unknown> {
	block: string;
}

/** Every such fault, in the data as it was written. */
export function slipFindings(raw: unknown): Finding[] {
	return SLIP_KINDS.flatMap((kind) => {
		const path = ['slips', 'layouts', kind];
		const layout = valueAt(raw, path);
		return Array.isArray(layout) ? layoutFindings(kind, layout, path) : [];
	});
}

function layoutFindings(kind: SlipKind, layout: readonly unknown[], path: Path): Finding[] {
	const needed = lacking(kind, layout.filter(isWritten)).map((choice): Finding => ({
		code: 'block-needed',
		path,
		atKey: true,
		detail: { value: choice.join('/') }
	}));
	const own = layout.flatMap((block, i) => (isWritten(block) ? blockFindings(kind, block, [...path, i]) : []));
	return [...needed, ...own];
}

function blockFindings(kind: SlipKind, block: Written, path: Path): Finding[] {
	const allowed = [...(taken(kind, block.block) ?? [])];
	const settings = untaken(kind, block).map((value): Finding => ({
		...{ code: 'block-setting', path: [...path, value], atKey: true },
		detail: { value, allowed: ['block', ...allowed], near: nearest(value, allowed) }
	}));
	const wordless = block.block === 'text' && (block['text'] === undefined || block['text'] === null);
	return wordless ? [...settings, { code: 'missing', path: [...path, 'text'], detail: { value: 'text' } }] : settings;
}

function isWritten(block: unknown): block is Written {
	return typeof valueAt(block, ['block']) === 'string';
}
