// Runs before everything else, on any Node: an old one stumbles over our sources without saying why.
// `npm install` brings Node 24 on Linux and Windows, and npm puts it first on the PATH of every script.
const oldest = [22, 12];

/** A sentence for whoever runs a Node that is too old, or null. */
function nodeTooOld(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return null;
  return `Broadsheet runs on Node ${oldest.join('.')} or newer, and this is ${version}. On Linux and Windows npm install brings one: run it again, without --omit=optional. Elsewhere install it from https://nodejs.org.`;
}

module.exports = { nodeTooOld };

if (require.main === module) {
  const sentence = nodeTooOld(process.version);
  if (sentence) {
    console.error(sentence);
    process.exit(1);
  }
}
