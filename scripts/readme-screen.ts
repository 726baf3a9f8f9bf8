import { main } from '../src/cli/main';
import { codeBlock } from '../src/report/markdown';

const command = 'node bin/f2blint.js examples/mail-host/etc/fail2ban';
const place = /(<!-- screen -->\n).*?(<!-- \/screen -->)/s;

/** README.md with the screen between its marks replaced by what the command in it prints now. */
export async function withScreen(readme: string): Promise<string> {
  if (!place.test(readme)) throw new Error('README.md has no <!-- screen --> … <!-- /screen -->');
  const screen = codeBlock(`$ ${command}\n${await printed(command)}`, 'text');
  return readme.replace(place, (_, start: string, end: string) => `${start}${screen}${end}`);
}

async function printed(commandLine: string): Promise<string> {
  let output = '';
  await main(commandLine.split(' ').slice(2), {
    write: text => {
      output += text;
    },
    writeError: text => {
      throw new Error(`${commandLine}: ${text}`);
    },
    isTerminal: false,
    isErrorTerminal: false,
    environment: {},
  });
  return output;
}
