// A bare socket.io broadcast: one request in, one event out to everybody. Started by main.ts as a process of its own.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer((request, response) => {
	request.resume();
	request.on('end', () => {
		io.emit('changed', PAYLOAD);
		response.writeHead(200, { 'content-type': 'application/json', 'content-length': '2' }).end('{}');
	});
});
const io = new Server(http, { serveClient: false });
/** About as long as the change of a zone with one call. */
const PAYLOAD = { text: 'x'.repeat(700) };
http.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'));
