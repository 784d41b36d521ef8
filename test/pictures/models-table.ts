import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aboutModel, MODEL_CODES, printerModel, type ModelCode } from '#printer/models/models.ts';
import { ROOT } from '../server.ts';

/** The documents that have a table of known printers, and its language. */
const LANGS = { 'docs/devices.md': 'en', 'docs/devices.zh.md': 'zh' } as const;
type Page = keyof typeof LANGS;
export const PAGES: readonly Page[] = ['docs/devices.md', 'docs/devices.zh.md'];

const PLACE = /(<!-- models[^>]*-->\n)[\s\S]*?(<!-- \/models -->)/;
const HEADS = {
	en: ['`model`', 'printers', 'says "printed"', 'status', 'Chinese', 'cutter', 'what to know'],
	zh: ['`model`', '打印机', '打印完成应答', '状态', '汉字', '切刀', '说明']
};
const WORDS = {
	en: { yes: 'yes', no: 'no', probe: 'asked once', none: 'none', some: 'live', partial: 'partial', full: 'full' },
	zh: { yes: '有', no: '无', probe: '开机探测', none: '无', some: '实时', partial: '半切', full: '全切' }
};

function row(code: ModelCode, lang: 'en' | 'zh'): string[] {
	const { processId, status, font, cutter } = printerModel(code, 80);
	const { name, note } = aboutModel(code);
	const w = WORDS[lang];
	return [
		...[`\`${code}\``, name[lang], w[processId], status === null ? w.none : w.some],
		...[font === 'none' ? w.none : font.toUpperCase(), w[cutter], note[lang]]
	];
}

/** A document with its table as the data of the models have it now. */
export function withTable(page: Page): string {
	const lang = LANGS[page];
	const rows = [HEADS[lang], HEADS[lang].map(() => '---'), ...MODEL_CODES.map((code) => row(code, lang))];
	const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
	return readFileSync(join(ROOT, page), 'utf8').replace(PLACE, `$1\n${table}\n\n$2`);
}
