import type { Paper } from '../rules/notice.ts';
import type { Setup } from '../setup/hall.ts';
import type { ItemEntry } from '../setup/schema.ts';

/** The papers of an item in the order of the hall file, with where one gets each and where a sample lies. */
export function papersOf(setup: Setup, item: ItemEntry): Paper[] {
	const listed = setup.materialsOf(item);
	return item.materials.flatMap(({ material, where, sample }, index) => {
		const paper = listed[index];
		if (!paper) return [];
		const known = setup.file.materials.find((one) => one.code === material);
		const { name, kind, copies, required, note } = paper;
		return {
			key: `${material ?? name.zh}:${kind}`,
			...{ name, kind, copies, required, note },
			where: where ?? known?.where ?? null,
			sample: sample ?? known?.sample ?? null
		};
	});
}
