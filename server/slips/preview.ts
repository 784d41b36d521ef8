/** What a slip would look like: composed and read as a printer composes and reads it. */
import { paperLangOf, textIn, type Lang } from '#display/words/index.ts';
import { languageOf } from '#printer/language.ts';
import { printerModel, type ModelCode, type PaperWidth } from '#printer/models/models.ts';
import type { SlipKind } from '#printer/slips/layout.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { proofOf } from '#printer/virtual/proof.ts';
import type { Hall } from '../hall.ts';
import { designFrom, type Wanted } from './design.ts';
import { sampleLines } from './samples.ts';
import { signIn } from './sign.ts';
import type { PreviewPaper, SampleName, SignView, SlipPreview } from './view.ts';

export interface PreviewWish extends Wanted {
	kind: SlipKind;
	lang: Lang;
	sample: SampleName;
}

const WIDTHS: readonly PaperWidth[] = [58, 80];
const MILLIMETRE_DOTS = 8;

/** A sample of that slip on both widths of paper, as that model prints it. */
export function previewOf(hall: Hall, wish: PreviewWish, model: ModelCode): SlipPreview {
	return { papers: WIDTHS.map((width) => paperOf(hall, wish, { model, width })), sign: signView(hall, wish.logo) };
}

function paperOf(
	hall: Hall,
	wish: PreviewWish,
	{ model, width }: { model: ModelCode; width: PaperWidth }
): PreviewPaper {
	const traits = printerModel(model, width);
	const { bytes, substituted } = languageOf(traits).compose(sampleSlip(hall, wish, traits.columns), traits);
	const { svg, height } = proofOf(bytes, traits);
	return { width, svg, millimetres: Math.round(height / MILLIMETRE_DOTS), replaced: substituted };
}

/** The lines of that sample for paper of so many columns. */
export function sampleSlip(
	hall: Hall,
	{ kind, sample, lang: asked, ...wanted }: PreviewWish,
	columns: number
): SlipLine[] {
	const lang = paperLangOf(asked);
	const { name, phone } = hall.setup.file.hall;
	const design = designFrom(hall, kind, { wanted, lang });
	return sampleLines(kind, { lang, sample, columns, design, hall: textIn(lang, name), phone, origin: hall.origin });
}

/** Whether the sign can be printed. */
export function signView({ dataDir }: Pick<Hall, 'dataDir'>, file: string | null): SignView {
	const sign = file === null ? null : signIn(dataDir, file);
	return { file, fault: sign?.ok === false ? sign.fault : null };
}
