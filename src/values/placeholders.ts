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
  const words = (word.toLowerCase().match(/[a-z]+/g) ?? []).flatMap(each => each.split(/(?<=^your|^my)(?=ip|host|net|addr)/));
  return (
    words.some(each => /^(?:your|my|enter|insert|put)$/.test(each)) &&
    words.some(each => /^(?:ip|ips|ipv|ipaddress|address|addresses|cidr|network|host|hostname|subnet)$/.test(each)) &&
    words.every(each => addressWords.has(each))
  );
}

/** Domains that are kept for examples (RFC 2606). */
const exampleDomain = /(?:^|[@.])example\.(?:com|net|org)$|\.example$|(?:^|[@.])(?:domain|yourdomain|your-domain|mydomain|your_domain)\.(?:com|tld|net|org|de|fr)$/i;

/** Text of a mail address or a secret that was left from a guide or a manual. */
export function isPlaceholder(text: string): boolean {
  const plain = text.trim();
  if (/^<(?!(?:fq-hostname|sh-hostname|ip-host|ip)>$)[^<>@]*>$/.test(plain)) return true;
  if (/^[{[(]*(?:your|my|enter|insert|put)[-_ .]/i.test(plain) || /^(?:your|my)(?:email|mail|name|user|api|token|key|account|domain)/i.test(plain)) return true;
  if (/(?:^|[-_ ])your[-_ ]/i.test(plain) || /^(?:change[-_]?me|change[-_]?this|replace[-_]?me|placeholder|to[-_]?do|xxx+|x(?:xx)?(?:\.x{1,3}){3}|[.]{3,}|\*{3,})$/i.test(plain)) return true;
  return /^you@/i.test(plain) || exampleDomain.test(plain);
}
