import type { Method } from './chat-methods.ts';
import type { Payload } from './fixtures.ts';
import { ids } from './ids.ts';
import { bad, good, text } from './web-api-call.ts';
import type { Upload, Workspace } from './workspace.ts';

/** Slack's form of a trigger: three parts, the last of hexadecimal digits. */
const trigger = /^\d+\.\d+\.[0-9a-f]+$/;

/** Views, files, people and the token itself. `url` is where the double listens. */
export const appMethods = (workspace: Workspace, url: () => string): Readonly<Record<string, Method>> => {
  const { views, homes, uploads } = workspace;

  const viewOf = (call: Parameters<Method>[0]): Payload | undefined => {
    const view = call.args['view'];
    return typeof view === 'object' && view !== null ? (view as Payload) : undefined;
  };

  const kept = (id: string, view: Payload): Payload => ({
    id,
    team_id: ids.team,
    app_id: ids.app,
    bot_id: ids.bot,
    root_view_id: id,
    previous_view_id: null,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...view,
    state: { values: {} },
    hash: `${workspace.nextTs()}.hash`,
  });

  const open: Method = (call) => {
    const view = viewOf(call);
    const id = text(call, 'trigger_id') ?? '';
    if (!trigger.test(id)) return bad('invalid_trigger_id');
    if (workspace.usedTriggers.has(id)) return bad('exchanged_trigger_id');
    if (view?.['type'] !== 'modal') return bad('invalid_arguments');
    workspace.usedTriggers.add(id);
    const opened = kept(workspace.nextId('V'), view);
    views.set(String(opened['id']), opened);
    return good({ view: opened });
  };

  const update: Method = (call) => {
    const view = viewOf(call);
    const before = [...views.values()].find(
      (one) =>
        one['id'] === call.args['view_id'] ||
        (text(call, 'external_id') !== undefined && one['external_id'] === call.args['external_id']),
    );
    if (!before) return bad('not_found');
    if (!view) return bad('invalid_arguments');
    const hash = text(call, 'hash');
    if (hash !== undefined && hash !== before['hash']) return bad('hash_conflict');
    const updated = kept(String(before['id']), view);
    views.set(String(before['id']), updated);
    return good({ view: updated });
  };

  const publish: Method = (call) => {
    const view = viewOf(call);
    const user = text(call, 'user_id');
    if (!user || !workspace.users.has(user)) return bad('user_not_found');
    if (view?.['type'] !== 'home') return bad('invalid_arguments');
    const published = kept(workspace.nextId('V'), view);
    homes.set(user, published);
    return good({ view: published });
  };

  const startUpload: Method = (call) => {
    const filename = text(call, 'filename');
    const announced = Number(call.args['length']);
    if (!filename || !(announced > 0)) return bad('invalid_arguments');
    const id = workspace.nextId('F');
    uploads.set(id, { id, filename, announced });
    return good({ upload_url: `${url()}/upload/${id}`, file_id: id });
  };

  const completeUpload: Method = (call, installation) => {
    const files = Array.isArray(call.args['files']) ? (call.args['files'] as readonly Payload[]) : [];
    const found = files.map((file) => uploads.get(String(file['id'])));
    if (files.length === 0) return bad('invalid_arguments');
    // What was announced must have arrived in full.
    const whole = (file: Upload | undefined): file is Upload => file?.content?.length === file?.announced;
    if (!found.every(whole)) return bad('file_not_found');
    const id = text(call, 'channel_id');
    const channel = id === undefined ? undefined : workspace.channels.get(id);
    if (id !== undefined && channel?.team !== installation.team) return bad('channel_not_found');
    if (channel && !channel.member) return bad('not_in_channel');
    const shown = found.map(({ id: file, filename }, at) => ({
      id: file,
      name: filename,
      title: files[at]?.['title'] ?? filename,
    }));
    for (const [at, file] of found.entries()) uploads.set(file.id, { ...file, completed: files[at] ?? {} });
    const thread = text(call, 'thread_ts');
    if (channel)
      workspace.messages.push({
        channel: channel.id,
        ts: workspace.nextTs(),
        user: installation.botUser,
        bot_id: installation.bot,
        text: text(call, 'initial_comment') ?? '',
        files: shown,
        ...(thread && { thread_ts: thread }),
      });
    return good({ files: shown });
  };

  /** With the file goes the message that is nothing but the file. */
  const deleteFile: Method = (call) => {
    const file = text(call, 'file') ?? '';
    if (!uploads.delete(file)) return bad('file_not_found');
    const at = workspace.messages.findIndex(({ files }) => files?.some(({ id }) => id === file));
    if (at >= 0) workspace.messages.splice(at, 1);
    return good({});
  };

  const authTest: Method = (_call, { team, botUser, bot }) =>
    good({
      url: `https://${ids.teamDomain}.slack.com/`,
      team: 'Stack',
      user: 'stackadvisor',
      team_id: team,
      user_id: botUser,
      bot_id: bot,
      is_enterprise_install: false,
    });

  const user: Method = (call, { team }) => {
    const id = text(call, 'user') ?? '';
    const name = workspace.users.get(id);
    if (name === undefined) return bad('user_not_found');
    const profile = { display_name: name, real_name: name };
    return good({ user: { id, team_id: team, name: name.toLowerCase(), real_name: name, profile } });
  };

  return {
    'auth.test': authTest,
    'files.completeUploadExternal': completeUpload,
    'files.delete': deleteFile,
    'files.getUploadURLExternal': startUpload,
    'users.info': user,
    'views.open': open,
    'views.publish': publish,
    'views.update': update,
  };
};
