import { createHash } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { ownPort } from '#test/ports.ts';

type Fields = Readonly<Record<string, string>>;

/** A channel of a telephone exchange. */
interface Channel {
	name: string;
	unique: string;
	linked: string;
	exten: string;
	bridge: string;
	caller: string;
}

/** A telephone exchange that speaks the documented text of the manager interface over a real socket. */
export interface FakeAsterisk {
	port: number;
	/** actions that were sent to it, in their order */
	actions: string[];
	/** how many have signed in */
	signedIn(): number;
	/** Somebody dials a number of the hall, and these extensions ring. */
	rings(call: string, of: { exten: string; caller: string; at: readonly string[] }): void;
	answers(call: string, extension: string): void;
	holds(call: string): void;
	resumes(call: string): void;
	/** handed on by whoever had it */
	moves(call: string, extension: string): void;
	hangsUp(call: string): void;
	/** The same, while nobody listens to what it tells. */
	silently(what: () => void): void;
	/** Bytes that are no packet at all. */
	says(text: string): void;
	/** Every packet comes in pieces of so many bytes; 0 for whole ones. */
	splitting(bytes: number): void;
	/** Ends every connection, as a cable that is pulled. */
	cut(): void;
	/** Takes connections, and hangs up at once. */
	refusing(on: boolean): void;
	/** What happens the next time its channels are asked for, before the last of them is told. */
	whileListed(what: () => void): void;
	/** Takes no connection any more, and `start` begins at the same port: all calls of before are gone. */
	stop(): Promise<void>;
	start(): Promise<void>;
	close(): Promise<void>;
}

export async function fakeAsterisk(user: string, secret: string): Promise<FakeAsterisk> {
	const exchange = new Exchange(user, secret);
	exchange.port = await ownPort();
	await exchange.start();
	return exchange;
}

class Exchange implements FakeAsterisk {
	port = 0;
	readonly actions: string[] = [];
	readonly #user: string;
	readonly #secret: string;
	readonly #channels = new Map<string, Channel>();
	readonly #sockets = new Set<Socket>();
	readonly #listeners = new Set<Socket>();
	#server: Server | undefined;
	#split = 0;
	#mute = false;
	#signedIn = 0;
	#refusing = false;
	#whileListed: (() => void) | undefined;

	constructor(user: string, secret: string) {
		this.#user = user;
		this.#secret = secret;
	}

	signedIn(): number {
		return this.#signedIn;
	}

	rings(call: string, { exten, caller, at }: { exten: string; caller: string; at: readonly string[] }): void {
		const own = this.#channel(`PJSIP/trunk-${call}`, { unique: call, linked: call, exten, caller });
		this.#tell('Newchannel', own);
		for (const extension of at) {
			const phone = this.#channel(this.#phone(call, extension), {
				...{ unique: `${call}.${extension}`, linked: call, exten: 's', caller: '' }
			});
			this.#tell('Newchannel', phone);
			this.#tell('DialBegin', own, { DestChannel: phone.name, DestUniqueid: phone.unique, DestLinkedid: call });
		}
	}

	answers(call: string, extension: string): void {
		const own = this.#of(call);
		for (const phone of this.#phones(call)) {
			const isIt = phone.name === this.#phone(call, extension);
			const status = isIt ? 'ANSWER' : 'CANCEL';
			this.#tell('DialEnd', own, { DestChannel: phone.name, DialStatus: status });
			if (!isIt) this.#gone(phone);
		}
		this.#bridge(call, extension);
	}

	holds(call: string): void {
		const [phone] = this.#phones(call);
		if (phone) this.#tell('Hold', phone, { MusicClass: 'default' });
	}

	resumes(call: string): void {
		const [phone] = this.#phones(call);
		if (phone) this.#tell('Unhold', phone);
	}

	moves(call: string, extension: string): void {
		const before = this.#phones(call);
		const unique = `${call}.${extension}`;
		this.#tell(
			'Newchannel',
			this.#channel(this.#phone(call, extension), { unique, linked: call, exten: 's', caller: '' })
		);
		this.#bridge(call, extension);
		for (const phone of before) this.#gone(phone);
	}

	hangsUp(call: string): void {
		for (const phone of this.#phones(call)) this.#gone(phone);
		this.#gone(this.#of(call));
	}

	silently(what: () => void): void {
		this.#mute = true;
		what();
		this.#mute = false;
	}

	says(text: string): void {
		for (const socket of this.#listeners) socket.write(text);
	}

	splitting(bytes: number): void {
		this.#split = bytes;
	}

	cut(): void {
		for (const socket of this.#sockets) socket.destroy();
	}

	refusing(on: boolean): void {
		this.#refusing = on;
	}

	whileListed(what: () => void): void {
		this.#whileListed = what;
	}

	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = undefined;
		this.#channels.clear();
		const closed = new Promise((resolve) => server?.close(resolve));
		this.cut();
		if (server) await closed;
	}

	start(): Promise<void> {
		return new Promise((resolve, reject) => {
			const server = createServer((socket) => this.#join(socket));
			this.#server = server;
			server.once('error', reject);
			server.listen(this.port, '127.0.0.1', () => resolve());
		});
	}

	close(): Promise<void> {
		return this.stop();
	}

	#join(socket: Socket): void {
		if (this.#refusing) {
			socket.destroy();
			return;
		}
		this.#sockets.add(socket);
		socket.on('error', () => undefined);
		socket.on('close', () => {
			this.#sockets.delete(socket);
			this.#listeners.delete(socket);
		});
		socket.write('Asterisk Call Manager/9.0.0\r\n');
		let text = '';
		const challenge = String(100_000_000 + this.actions.length);
		socket.on('data', (bytes) => {
			text += bytes.toString();
			for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
				this.#act(socket, fieldsOf(text.slice(0, end)), challenge);
				text = text.slice(end + 4);
			}
		});
	}

	#act(socket: Socket, action: Fields, challenge: string): void {
		const name = action['Action'] ?? '';
		this.actions.push(name);
		const answer = (fields: Fields): void => this.#send(socket, { ...fields, ActionID: action['ActionID'] ?? '' });
		if (name === 'Challenge') answer({ Response: 'Success', Challenge: challenge });
		else if (name === 'Login') this.#login(socket, action, { challenge, answer });
		else if (!this.#listeners.has(socket)) answer({ Response: 'Error', Message: 'Permission denied' });
		else if (name === 'Ping') answer({ Response: 'Success', Ping: 'Pong' });
		else if (name === 'CoreShowChannels') this.#list(answer);
	}

	#login(
		socket: Socket,
		action: Fields,
		{ challenge, answer }: { challenge: string; answer: (fields: Fields) => void }
	): void {
		const key = createHash('md5')
			.update(challenge + this.#secret)
			.digest('hex');
		if (action['Username'] === this.#user && action['Key'] === key) {
			this.#signedIn += 1;
			answer({ Response: 'Success', Message: 'Authentication accepted' });
			this.#listeners.add(socket);
			this.#send(socket, { Event: 'FullyBooted', Privilege: 'system,all', Status: 'Fully Booted' });
			return;
		}
		answer({ Response: 'Error', Message: 'Authentication failed' });
		socket.end();
	}

	#list(answer: (fields: Fields) => void): void {
		answer({ Response: 'Success', EventList: 'start', Message: 'Channels will follow' });
		for (const channel of this.#channels.values()) {
			const more = { BridgeId: channel.bridge, Duration: '00:00:20', Application: 'Dial' };
			answer({ Event: 'CoreShowChannel', ...named(channel), ...more });
		}
		this.#whileListed?.();
		this.#whileListed = undefined;
		const count = String(this.#channels.size);
		answer({ Event: 'CoreShowChannelsComplete', EventList: 'Complete', ListItems: count });
	}

	#channel(name: string, of: Omit<Channel, 'name' | 'bridge'>): Channel {
		const channel = { name, bridge: '', ...of };
		this.#channels.set(name, channel);
		return channel;
	}

	#bridge(call: string, extension: string): void {
		for (const name of [`PJSIP/trunk-${call}`, this.#phone(call, extension)]) {
			const channel = this.#channels.get(name);
			if (!channel) continue;
			channel.bridge = `bridge-${call}`;
			this.#tell('BridgeEnter', channel, { BridgeUniqueid: channel.bridge });
		}
	}

	#gone(channel: Channel): void {
		this.#channels.delete(channel.name);
		this.#tell('Hangup', channel, { Cause: '16', 'Cause-txt': 'Normal Clearing' });
	}

	#of(call: string): Channel {
		const channel = this.#channels.get(`PJSIP/trunk-${call}`);
		if (!channel) throw new Error(`nobody calls by ${call}`);
		return channel;
	}

	#phones(call: string): Channel[] {
		return [...this.#channels.values()].filter(({ linked, unique }) => linked === call && unique !== call);
	}

	#phone(call: string, extension: string): string {
		return `PJSIP/${extension}-${call}`;
	}

	#tell(event: string, channel: Channel, more: Fields = {}): void {
		if (this.#mute) return;
		const fields = { Event: event, Privilege: 'call,all', ...named(channel), ...more };
		for (const socket of this.#listeners) this.#send(socket, fields);
	}

	#send(socket: Socket, fields: Fields): void {
		const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\r\n`);
		const bytes = Buffer.from(`${lines.join('')}\r\n`);
		if (this.#split === 0) socket.write(bytes);
		else for (let at = 0; at < bytes.length; at += this.#split) socket.write(bytes.subarray(at, at + this.#split));
	}
}

function named({ name, unique, linked, exten, caller }: Channel): Fields {
	return { Channel: name, Uniqueid: unique, Linkedid: linked, Exten: exten, CallerIDNum: caller || '<unknown>' };
}

function fieldsOf(text: string): Fields {
	return Object.fromEntries(
		text.split('\r\n').map((line): [string, string] => {
			const at = line.indexOf(':');
			return [line.slice(0, at), line.slice(at + 1).trim()];
		})
	);
}
