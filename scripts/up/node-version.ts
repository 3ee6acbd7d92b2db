/** The oldest Node the project runs on. `npm install` brings Node 24 on Linux and Windows, and npm scripts find it first. */
const oldest = [20, 9] as const;

/** A sentence for whoever runs a Node that is too old, or null. */
export function nodeTooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return null;
  return `Broadsheet needs Node ${oldest.join('.')} or newer; this is Node ${version.replace(/^v/, '')}. Install a newer one from https://nodejs.org and run npm install again.`;
}
