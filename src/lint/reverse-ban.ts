/** Words that block, and those that take it back; the first that fits a line counts. */
const reversals: readonly (readonly [ban: RegExp, unban: string])[] = [
  [
    /^((?:\S*iptables\S*|\S*ip6tables\S*|<iptables>)(?: -w| -t \w+)*) (?:-I|--insert) (\S+)(?: \d+)?(?= -)/,
    '$1 -D $2',
  ],
  [/^((?:\S*iptables\S*|\S*ip6tables\S*|<iptables>)(?: -w| -t \w+)*) (?:-A|--append) (?=\S)/, '$1 -D '],
  [/^(\S*ipset) (?:-exist )?(?:add|-A) (?=\S)/, '$1 del '],
  [/^(\S*nft) add element (?=\S)/, '$1 delete element '],
  [/^(\S*ufw) (?:insert \d+ |prepend )?(?=(?:deny|reject) )/, '$1 delete '],
  [/^(\S*ip(?: -\d)? route) add (?=\S)/, '$1 del '],
  [/^(\S*firewall-cmd .*)--add-(?=(?:rich-rule|rule|entry|source)\b)/, '$1--remove-'],
  [/^(\S*shorewall6?) (?:drop|reject) (?=\S)/, '$1 allow '],
];

/** The commands that take back what those of an `actionban` do, line by line; undefined where one of them is not known. */
export function reverseBan(commands: string): string | undefined {
  const lines = commands.split('\n').filter(line => line.trim() !== '');
  const reversed = lines.flatMap(line => reverseLine(line.trim()) ?? []);
  return lines.length > 0 && reversed.length === lines.length ? reversed.join('\n') : undefined;
}

function reverseLine(line: string): string | undefined {
  if (line.length > 1_000 || /[;&|>`]|\$\(|\btimeout\b/.test(line.replace(/<[\w-]+>/g, ''))) return undefined;
  const [ban, unban] = reversals.find(([pattern]) => pattern.test(line)) ?? [];
  return ban && unban && line.replace(ban, unban);
}
