/**
 * Whether this machine draws all Chinese characters alike, as empty boxes, because it has no typeface for them. A
 * browser that writes each one's code into its box (Firefox) is taken for one that can.
 */
export function lacksChinese(): boolean {
	const [one, other] = ['国', '一'].map(pictureOf);
	return one !== undefined && one === other;
}

function pictureOf(char: string): string {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = 16;
	const brush = canvas.getContext('2d');
	if (!brush) return char;
	brush.font = '14px system-ui, sans-serif';
	brush.fillText(char, 0, 14);
	return canvas.toDataURL();
}
