import { Chat } from '@countersign/chat-client';
import { registerRootComponent } from 'expo';
import { Text, View } from 'react-native';

function App() {
  return (
    <View>
      <Text>Larkspur {Chat.name}</Text>
    </View>
  );
}
registerRootComponent(App);
