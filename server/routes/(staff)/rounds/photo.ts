/** Longest side of a kept photograph: enough to see a puddle, too little to read a paper. */
const LONGEST_PX = 1600;
const QUALITY = 0.8;

/**
 * Draws a camera's picture anew, so that nothing of the camera's file stays in it: neither place nor device.
 * @returns a JPEG in base64; null for what is no picture
 */
export async function drawnAnew(file: Blob): Promise<string | null> {
	const picture = await createImageBitmap(file).catch(() => null);
	if (!picture) return null;
	const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(picture.width * scale));
	canvas.height = Math.max(1, Math.round(picture.height * scale));
	canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
	picture.close();
	return canvas.toDataURL('image/jpeg', QUALITY).split(',')[1] ?? null;
}
