const { join } = require('node:path');
const { getDefaultConfig } = require('expo/metro-config');

const chatClient = join(__dirname, '../../packages/chat-client');
const config = getDefaultConfig(__dirname);

config.watchFolders = [chatClient];

// The chat client comes as it is built in the house next door. What it imports is this app's own: one copy, the version
// that goes with React Native, and nothing of the rest of the house is looked through.
config.resolver.resolveRequest = (context, name, platform) => {
  const isForeign = context.originModulePath.startsWith(chatClient) && !name.startsWith('.');
  const origin = isForeign ? join(__dirname, 'package.json') : context.originModulePath;
  return context.resolveRequest({ ...context, originModulePath: origin }, name, platform);
};

module.exports = config;
