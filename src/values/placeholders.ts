/** What people leave standing where they should have put something of their own. */

const addressWords: ReadonlySet<string> = new Set(
  (
    'your my own enter insert put add here goes the a of this home office work public static external internal local server admin ' +
    'trusted ip ips ipv ipaddress address addresses cidr network networks net range subnet lan vpn host hostname fqdn domain'
  ).split(' '),
);

/** A word that stands for an address: `YOUR_IP`, `x.x.x.x`, `<office>`; names of hosts (`my.ip.example.org`) are none. */
export function isAddressPlaceholder(word: string): boolean {
  if (/^(?:x{1,3}\.){3}x{1,3}(?:\/\w+)?$/i.test(word) || /^<[^<>]*>$/.test(word)) return true;
  const words = (word.toLowerCase().match(/[a-z]+/g) ?? []).flatMap(each =>
    each.split(/(?<=^your|^my)(?=ip|host|net|addr)/),
  );
  return (
    words.some(each => /^(?:your|my|enter|insert|put)$/.test(each)) &&
    words.some(each =>
      /^(?:ip|ips|ipv|ipaddress|address|addresses|cidr|network|host|hostname|subnet)$/.test(each),
    ) &&
    words.every(each => addressWords.has(each))
  );
}

/** Names that make up a mail address, in place of one, or a domain kept for examples (RFC 2606). */
const nobody = /^(?:you|your(?:[-_.]?(?:e?mail|name|user|account|address))*)$/;
const noDomain =
  /(?:^|\.)example(?:\.(?:com|net|org|edu))?$|^(?:your|my|some)[-_.]?(?:e?mail|mail|domain|server|host|site|company|address)s?\.\w+$|^domain\.(?:com|tld|ext)$|^e?mail\.here$|\.(?:tld|invalid)$/;
/** What a host is asked for when the command is run (action.d/sendmail-common.conf). */
const hostTags = /<(?:fq-hostname|sh-hostname|ip-host|ip)>/g;

/** Whether a text was left from a guide or manual where a mail address should stand. */
export function isMailPlaceholder(text: string): boolean {
  const plain = text.trim().toLowerCase().replace(hostTags, 'host');
  if (isFormPlaceholder(plain)) return true;
  return plain.split(/[\s,;]+/).some(address => {
    const [name = '', domain] = address.split('@');
    return domain === undefined ? nobody.test(name) : nobody.test(name) || noDomain.test(domain);
  });
}

/** Whether a text was left from a guide or manual where a key, a token, a password or the name of an account should stand. */
export function isSecretPlaceholder(text: string): boolean {
  const plain = text.trim().toLowerCase();
  if (isFormPlaceholder(plain) || /x{8}/.test(plain)) return true;
  const words = plain.split(/[-_. ]+/);
  return (
    (/^(?:your|my|enter|insert|put)$/.test(words[0] ?? '') && words.length > 1) ||
    /^(?:your|my)(?:api|token|key|secret|account|user|password|email)/.test(plain) ||
    (plain.includes('@') && isMailPlaceholder(plain))
  );
}

/** `<your address>`, `CHANGEME`, `xxxx`, `...`. */
function isFormPlaceholder(plain: string): boolean {
  return (
    (/^<[^<>@]*>$|^\{\{?[^{}]*\}\}?$|^\[[^\][]*\]$/.test(plain) &&
      /your|insert|enter|here|change|e?mail|key|token|address|domain/.test(plain)) ||
    /^(?:change[-_ ]?(?:me|this)|replace[-_ ]?(?:me|this)|placeholder|to[-_ ]?do|fixme|x{3,}|\.{3,}|\*{3,})$/.test(
      plain,
    )
  );
}
